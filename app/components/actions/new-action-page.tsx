import { Link } from "@remix-run/react";
import type { ActionFields } from "~/domain/action/action-fields";
import type { ActionProblem, NewActionView } from "~/services/actions/views";
import { ErrorSummary } from "../form/error-summary";
import { Page } from "../page";
import { Panel } from "../panels/panel";
import { ActionForm } from "./action-form";
import { planPath, statementPath } from "./action-paths";
import { problemSummary } from "./problem-summary";

type NewActionPageProps = {
  view: NewActionView;
  /** What was typed, when the form comes back. */
  sent: { typed: ActionFields; problems: readonly ActionProblem[] } | null;
};

/** A new line of the plan, beside the statement it is for. */
export function NewActionPage({ view, sent }: NewActionPageProps) {
  const { school, statement } = view;
  const problems = sent?.problems ?? [];
  return (
    <Page
      template="thing"
      title="Add an action"
      caption={school.name}
      back={{ to: planPath(school.urn), label: "Action plan" }}
      above={<ErrorSummary errors={problems.map(problemSummary)} />}
    >
      {statement ? (
        <div className="ir-field">
          <Panel kind="related" title={`For ${statement.key}`} id="statement">
            <p>{statement.text}</p>
            <p>
              <Link to={statementPath({ urn: school.urn, ...statement })}>
                Go to {statement.key} in the self-review
              </Link>
            </p>
          </Panel>
        </div>
      ) : null}
      <ActionForm
        urn={school.urn}
        fields={sent?.typed ?? view.fields}
        terms={view.terms}
        problems={problems}
        version={null}
        button="Add to the plan"
      />
    </Page>
  );
}
