import { formatDate, formatDay } from "~/domain/calendar/format";
import type { VisitView } from "~/services/visits/views";
import { SummaryTable, type SummaryRow } from "../summary-table";
import { personWords } from "./invitation-facts";
import { dayWords, hoursWords } from "./when-words";

/** The visit as it stands: day, people, focus, and when the self-review opens. */
export function VisitFacts({ visit }: { visit: VisitView }) {
  return (
    <section className="ir-section" aria-labelledby="the-visit">
      <h2 className="ir-h2" id="the-visit">
        The visit
      </h2>
      <SummaryTable rows={rowsOf(visit)} />
    </section>
  );
}

function rowsOf(visit: VisitView): SummaryRow[] {
  const { questionnaireTitle, roundTitle, copyOpensOn, cancelledReason } = visit;
  return [
    { term: "Day", value: dayWords(visit), note: visit.visitOn ? hoursWords(visit) : null },
    ...visit.reviewers.map((one) => ({
      term: one.part === "lead" ? "Lead reviewer" : "Second reviewer",
      value: personWords(one),
      note: one.accepted ? "has said yes" : "has not answered yet",
    })),
    { term: "About", value: roundTitle, note: questionnaireTitle },
    { term: "Looks at", value: focusWords(visit), note: focusNote(visit) },
    ...(copyOpensOn === null
      ? []
      : [
          {
            term: "Self-review",
            value: `Open to the reviewers from ${formatDay(copyOpensOn)} until the visit closes`,
          },
        ]),
    ...(cancelledReason === null ? [] : [{ term: "Cancelled", value: cancelledReason }]),
  ];
}

function focusWords({ focus }: VisitView): string {
  if (focus.length === 0) return "Not chosen yet";
  return focus.map(({ key, title }) => `${key}, ${title}`).join(" · ");
}

/** Late is told, and stops nothing. */
function focusNote({ focusBy, focusAgreed, focusLate }: VisitView): string | null {
  if (focusBy === null) return null;
  if (focusLate && focusAgreed) return `Agreed late: it was due by ${formatDate(focusBy)}`;
  if (focusLate) return `Late: due by ${formatDate(focusBy)}`;
  return focusAgreed ? "Agreed in time" : `To be agreed by ${formatDate(focusBy)}`;
}
