import { Link } from "@remix-run/react";
import type { ActionFields } from "~/domain/action/action-fields";
import type { ActionProblem } from "~/services/actions/views";
import { removeDetailsPath } from "../remove-details/remove-paths";
import { ErrorSummary } from "../form/error-summary";
import { Page } from "../page";
import type { ShownAction } from "./action-card";
import { ActionForm } from "./action-form";
import { planPath } from "./action-paths";
import { EditConflict } from "./edit-conflict";
import { fieldsOf } from "./fields-of";
import { problemSummary } from "./problem-summary";

/** The form as it came back: what was typed, and what is wrong with it or how the action stands by now. */
export type SentEdit = {
  typed: ActionFields;
  version: number;
  problems: readonly ActionProblem[];
  theirs: ShownAction | null;
};

type EditActionPageProps = {
  school: { urn: string; name: string };
  action: ShownAction;
  terms: readonly string[];
  sent: SentEdit | null;
};

/** One line of the plan, to change what it says or how far it is. */
export function EditActionPage({ school, action, terms, sent }: EditActionPageProps) {
  const problems = sent?.problems ?? [];
  const { urn } = school;
  return (
    <Page
      template="thing"
      title="Change an action"
      caption={action.from ? `${action.from.key}, ${action.from.title}` : school.name}
      back={{ to: planPath(urn), label: "Action plan" }}
      above={
        sent?.theirs ? (
          <EditConflict urn={urn} mine={sent.typed} theirs={fieldsOf(sent.theirs)} />
        ) : (
          <ErrorSummary errors={problems.map(problemSummary)} />
        )
      }
    >
      <ActionForm
        urn={urn}
        fields={sent?.typed ?? fieldsOf(action)}
        terms={terms}
        problems={problems}
        // Having seen theirs, the next save is made from it.
        version={sent?.theirs?.version ?? sent?.version ?? action.version}
        button="Save the action"
      />
      <p className="ir-section">
        <Link to={removeDetailsPath({ urn, responseId: null }, { action: action.id })}>
          A name is in here: remove it
        </Link>
      </p>
    </Page>
  );
}
