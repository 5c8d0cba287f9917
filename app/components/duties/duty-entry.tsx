import { Link } from "@remix-run/react";
import { ACTION_STATES } from "~/domain/action/states";
import { termWords } from "~/domain/action/action-words";
import type { DutiesView, ResponseHeaderView } from "~/services/answering/views";
import { newActionPath, planPath, statementPath } from "../actions/action-paths";
import { actionState } from "../actions/action-words";
import { dutyAnswerWord, dutyAsksWords } from "../answering/duty-words";
import { DutyTag } from "../duty-tag";
import { SummaryTable, type SummaryRow } from "../summary-table";

type Line = DutiesView["duties"][number];
type DutyEntryProps = { line: Line; response: ResponseHeaderView };

/** One statement with its duties: where each comes from, the school's answer and its actions. */
export function DutyEntry({ line, response }: DutyEntryProps) {
  const { statement, sources } = line;
  const { urn, id: responseId, layout } = response;
  const { key, section, text } = statement;
  return (
    <div data-item={key} id={`duty-${key}`}>
      <h3 className="ir-h3">
        <Link to={statementPath({ urn, responseId, layout, section, key })}>
          {key}. {text}
        </Link>
      </h3>
      {sources.map((source) => (
        <p className="ir-duty-line" key={`${source.kind} ${source.source}`}>
          <DutyTag kind={source.kind} owner={response.owner.label} />
          <span>
            {source.source}
            {source.checked ? null : " (reference to be checked)"}
          </span>
        </p>
      ))}
      <SummaryTable rows={rowsOf(line, response)} />
    </div>
  );
}

function rowsOf(line: Line, response: ResponseHeaderView): SummaryRow[] {
  const rows: SummaryRow[] = [];
  if (line.asked) rows.push({ term: "Do you meet it?", value: dutyAnswerWord(line.answer) });
  if (line.note !== "") rows.push({ term: "In your words", value: line.note });
  rows.push({
    term: "Actions",
    value: <Actions actions={line.actions} urn={response.urn} />,
    change: {
      to: newActionPath(response.urn, {
        responseId: response.id,
        key: line.statement.key,
        duty: dutyAsksWords(line.answer),
      }),
      label: "Add an action",
      about: `for ${line.statement.key}`,
    },
  });
  return rows;
}

function Actions({ actions, urn }: { actions: Line["actions"]; urn: string }) {
  if (actions.length === 0) return "None yet";
  return (
    <ul className="ir-plain-list">
      {actions.map(({ id, title, term, state }) => (
        <li key={id}>
          <Link to={`${planPath(urn)}#action-${id}`}>{title}</Link>, {termWords(term)},{" "}
          {stateWord(state)}
        </li>
      ))}
    </ul>
  );
}

function stateWord(state: string): string {
  const known = ACTION_STATES.find((each) => each === state);
  return known === undefined ? state : actionState(known).word.toLowerCase();
}
