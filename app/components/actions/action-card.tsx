import { Form, Link } from "@remix-run/react";
import type { ActionView } from "~/services/actions/views";
import { Button } from "../button";
import { SummaryTable } from "../summary-table";
import { Tag } from "../tag";
import { actionPath } from "./action-paths";
import { actionRows } from "./action-rows";
import { actionState, moveWord } from "./action-words";

/** What the screens need of an action; its times are not shown. */
export type ShownAction = Omit<ActionView, "updatedAt">;
type ActionCardProps = { action: ShownAction; urn: string; mayEdit: boolean };

/** One line of the plan, with the buttons that move it on. */
export function ActionCard({ action, urn, mayEdit }: ActionCardProps) {
  const { id, title, state, carriedOn } = action;
  const { colour, word } = actionState(state);
  return (
    <article className="ir-card" id={`action-${id}`} aria-labelledby={`action-${id}-title`}>
      <h3 className="ir-h3" id={`action-${id}-title`}>
        {title}
      </h3>
      <p className="ir-state-line">
        <Tag colour={colour}>{carriedOn ? "Carried on" : word}</Tag>
      </p>
      <SummaryTable rows={actionRows(action, urn)} />
      {mayEdit && !carriedOn ? <Moves action={action} urn={urn} /> : null}
    </article>
  );
}

function Moves({ action, urn }: { action: ShownAction; urn: string }) {
  const { id, title, state, moves, version } = action;
  return (
    <Form method="post">
      <input type="hidden" name="action" value={id} />
      <input type="hidden" name="version" value={version} />
      <div className="ir-actions">
        {moves.map((to) => (
          <Button key={to} secondary name="to" value={to}>
            {moveWord(state, to)}
            <span className="govuk-visually-hidden">: {title}</span>
          </Button>
        ))}
        <Link to={actionPath(urn, id)}>
          Change<span className="govuk-visually-hidden"> {title}</span>
        </Link>
      </div>
    </Form>
  );
}
