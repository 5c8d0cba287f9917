import type { DayLine } from "~/domain/visit/day-lines";
import { ACTIVITY_WORDS } from "~/domain/visit/template-day";
import type { PlanView } from "~/services/visits/view-plan.server";
import { SummaryTable } from "../summary-table";

/** What the visit looks at and why, to read. */
export function PlanReading({ plan }: { plan: PlanView }) {
  const { focus, fields } = plan;
  if (focus.length === 0)
    return <p className="ir-body">Nothing is chosen yet. {plan.schoolName} chooses.</p>;
  const texts = [
    { term: "Why", value: fields.focusReason },
    { term: "The school", value: fields.context },
    { term: "Practical notes", value: fields.practicalNotes },
  ];
  return (
    <SummaryTable
      rows={[
        {
          term: "Looks at",
          value: (
            <ul className="ir-plain-list">
              {focus.map(({ key, title }) => (
                <li key={key}>
                  {key}. {title}
                </li>
              ))}
            </ul>
          ),
        },
        ...texts.filter(({ value }) => value !== ""),
      ]}
    />
  );
}

/** The day, line by line, to read. */
export function DayReading({ lines }: { lines: readonly DayLine[] }) {
  if (lines.length === 0) return <p className="ir-body">The day is not planned yet.</p>;
  return (
    <ol className="ir-day-reading">
      {lines.map((line) => (
        <li key={line.id}>
          <span className="ir-day-hours">
            {line.startsAt} to {line.endsAt}
          </span>
          <span>
            <strong>{line.title}</strong>
            <span className="ir-day-note">{noteOf(line)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

function noteOf({ kind, withWhom, place }: DayLine): string {
  const who = withWhom === "" ? "" : `with ${withWhom}`;
  return [ACTIVITY_WORDS[kind], who, place].filter((part) => part !== "").join(", ");
}
