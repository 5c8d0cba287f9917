import { Form, Link } from "@remix-run/react";
import type { DutiesView } from "~/services/answering/views";
import { statementPath } from "../actions/action-paths";
import { Button } from "../button";
import { Panel } from "../panels/panel";

/** Duties that changed while the answers were being written: what each said and says, until somebody has looked. */
export function ChangedDuties({ view: { response, changed } }: { view: DutiesView }) {
  const { urn, id: responseId, layout } = response;
  return changed.map(({ id, statement, before, after }) => {
    const { key, section, text } = statement;
    return (
      <Panel
        key={id}
        kind="caution"
        id={`changed-${key}`}
        title={
          before === "" ? `A new duty: look at ${key}` : `A duty changed: look again at ${key}`
        }
      >
        <p>
          <Link to={statementPath({ urn, responseId, layout, section, key })}>
            {key}. {text}
          </Link>
        </p>
        {before === "" ? null : <p>It said: {before}</p>}
        <p>It says now: {after}</p>
        <Form method="post">
          <input type="hidden" name="ask" value={id} />
          <Button secondary>We have looked at {key} again</Button>
        </Form>
      </Panel>
    );
  });
}
