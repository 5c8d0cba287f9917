import { Form, Link } from "@remix-run/react";
import { termWords } from "~/domain/action/action-words";
import type { CarryView } from "~/services/actions/views";
import { Button } from "../button";
import { Checkboxes } from "../form/checkboxes";
import { ErrorSummary } from "../form/error-summary";
import { Page } from "../page";
import { planPath } from "./action-paths";
import { actionState } from "./action-words";

/** Name of each box, and the id of the first. */
export const CARRY = "carry";
const NONE = "Tick an action to carry on, or go back";

type CarryPageProps = { view: CarryView; noneTicked: boolean };

/** What an earlier round left open, to take over in one press or leave where it is. */
export function CarryPage({ view, noneTicked }: CarryPageProps) {
  const { school, to, actions } = view;
  return (
    <Page
      template="thing"
      title="Carry actions on"
      caption={to?.title ?? school.name}
      back={{ to: planPath(school.urn), label: "Action plan" }}
      above={noneTicked ? <ErrorSummary errors={[{ fieldId: CARRY, text: NONE }]} /> : null}
      lede={
        to === null || actions.length === 0
          ? "Nothing of an earlier round is still open."
          : `These are still open from an earlier round. Those that stay ticked become actions of ${to.title}, with everything they say. The others stay as they are, and all of them can still be read.`
      }
    >
      {actions.length === 0 ? null : (
        <Form method="post">
          <Checkboxes
            id={CARRY}
            name={CARRY}
            legend="Actions still open"
            error={noneTicked ? NONE : undefined}
            choices={actions.map((action) => ({
              value: action.id,
              label: action.title,
              hint: hintOf(action),
            }))}
            ticked={noneTicked ? [] : actions.map(({ id }) => id)}
          />
          <div className="ir-actions">
            <Button>Carry on the ticked actions</Button>
            <Link to={planPath(school.urn)}>Leave them where they are</Link>
          </div>
        </Form>
      )}
    </Page>
  );
}

function hintOf({ leadRole, from, state, term, nextTerm }: CarryView["actions"][number]): string {
  const by =
    term === nextTerm
      ? `by ${termWords(term)}`
      : `it was due by ${termWords(term)}, which has ended: now by ${termWords(nextTerm)}`;
  return `${from}. ${leadRole}, ${actionState(state).word.toLowerCase()}, ${by}`;
}
