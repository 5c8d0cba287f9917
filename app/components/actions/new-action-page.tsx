import { Link } from "@remix-run/react";
import type { ActionFields } from "~/domain/action/action-fields";
import { formatDate } from "~/domain/calendar/format";
import type { ActionProblem, NewActionView } from "~/services/actions/views";
import { ErrorSummary } from "../form/error-summary";
import { dutyAnswerWord } from "../answering/duty-words";
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
  const { school, statement, duty, suggestion } = view;
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
          <Panel
            kind="related"
            title={duty ? `For the legal duty at ${statement.key}` : `For ${statement.key}`}
            id="statement"
          >
            <p>{statement.text}</p>
            {duty ? (
              <p>
                You answered {dutyAnswerWord(duty.answer)}
                {duty.note === "" ? "." : `: “${duty.note}”`}
              </p>
            ) : null}
            <p>
              <Link to={statementPath({ urn: school.urn, ...statement })}>
                Go to {statement.key} in the self-review
              </Link>
            </p>
          </Panel>
        </div>
      ) : null}
      {suggestion ? <Suggestion suggestion={suggestion} /> : null}
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

type SuggestionProps = { suggestion: NonNullable<NewActionView["suggestion"]> };

function Suggestion({ suggestion: { visitId, visitOn, text, whoMightHelp } }: SuggestionProps) {
  return (
    <div className="ir-field">
      <Panel kind="related" title="From the record of a visit" id="suggestion">
        <p>{text}</p>
        {whoMightHelp === "" ? null : <p>Who might help: {whoMightHelp}</p>}
        <p>
          <Link to={`/visits/${visitId}/record`}>
            Go to the record{visitOn === null ? "" : ` of ${formatDate(visitOn)}`}
          </Link>
        </p>
      </Panel>
    </div>
  );
}
