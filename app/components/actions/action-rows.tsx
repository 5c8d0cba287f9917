import { Link } from "@remix-run/react";
import { CHECK_IN_WORDS, termWords } from "~/domain/action/action-words";
import { formatDate } from "~/domain/calendar/format";
import type { CheckInView } from "~/services/actions/views";
import type { SummaryRow } from "../summary-table";
import type { ShownAction } from "./action-card";
import { statementPath } from "./action-paths";

/** What an action says, line by line (domain.md 6.5). What nobody has written is left out. */
export function actionRows(action: ShownAction, urn: string): SummaryRow[] {
  return [
    ...said("Where we are", action.whereWeAre),
    ...said("Where we want to be", action.whereWeWant),
    { term: "Who leads", value: action.leadRole },
    { term: "By", value: termWords(action.term) },
    { term: "Priority", value: action.priority },
    ...said("Resource or help", action.resourceOrHelp),
    { term: "How we will know", value: action.howWeWillKnow || "Not said yet" },
    ...said("Progress", action.progressNote),
    ...reviews(action.checkIns),
    ...origins(action, urn),
  ];
}

const said = (term: string, value: string): SummaryRow[] => (value === "" ? [] : [{ term, value }]);

function reviews(checkIns: readonly CheckInView[]): SummaryRow[] {
  if (checkIns.length === 0) return [];
  return [{ term: "Reviews", value: <CheckIns checkIns={checkIns} /> }];
}

/** Answers at the ends of terms, one line each. */
export const CheckIns = ({ checkIns }: { checkIns: readonly CheckInView[] }) => (
  <ul className="ir-plain-list">
    {checkIns.map(({ term, answer, line, by, at }) => (
      <li key={`${term} ${at.toISOString()}`}>
        {termWords(term)}: {CHECK_IN_WORDS[answer]}
        {line === "" ? "" : `, “${line}”`} ({by}, {formatDate(at)})
      </li>
    ))}
  </ul>
);

function origins({ from, suggestion, carriedFrom }: ShownAction, urn: string): SummaryRow[] {
  const rows: SummaryRow[] = [];
  if (from !== null) {
    rows.push({
      term: from.duty ? "For the legal duty" : "For",
      value: (
        <Link to={statementPath({ urn, ...from })}>
          {from.key}, {from.title}
        </Link>
      ),
    });
  }
  if (suggestion !== null) {
    const { visitId, visitOn } = suggestion;
    const day = visitOn === null ? "" : ` on ${formatDate(visitOn)}`;
    const value = <Link to={`/visits/${visitId}/record`}>The visit{day}</Link>;
    rows.push({ term: "Suggested by", value });
  }
  if (carriedFrom !== null) {
    const value = (
      <a href={`#action-${carriedFrom.id}`}>{carriedFrom.title ?? "An earlier round"}</a>
    );
    rows.push({ term: "Carried on from", value });
  }
  return rows;
}
