import { Link } from "@remix-run/react";
import type { StatementView } from "~/services/answering/views";
import { newActionPath } from "../../actions/action-paths";
import { versionsPath } from "../../history/versions-path";
import { SavedLine } from "../../saved-line";
import { useAnswer, useAnswering } from "../answering-context";

/** Whether the statement is saved, and the ways from it. */
export function StatementFoot({ item }: { item: StatementView }) {
  const { urn, responseId } = useAnswering();
  const { state } = useAnswer(item.key);
  return (
    <div className="ir-statement-foot">
      <SavedLine state={state.save} />
      <ul className="ir-statement-foot-links">
        <li>
          <Link to={newActionPath(urn, { responseId, key: item.key })}>
            Add an action<span className="govuk-visually-hidden"> for {item.key}</span>
          </Link>
        </li>
        <li>
          <Link to={versionsPath({ urn, id: responseId, key: item.key })}>
            Earlier versions<span className="govuk-visually-hidden"> of {item.key}</span>
          </Link>
        </li>
      </ul>
    </div>
  );
}
