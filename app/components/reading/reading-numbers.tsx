import { DaySchema } from "~/domain/calendar/day";
import { formatDate } from "~/domain/calendar/format";
import type { Snapshot } from "~/domain/submission/snapshot";
import { SummaryTable, type SummaryRow } from "../summary-table";

/** Numbers, dates and names beside the statements, and the shares worked out from them. */
export function ReadingNumbers({ snapshot }: { snapshot: Snapshot }) {
  const { fields, derived } = snapshot;
  if (fields.length === 0 && derived.length === 0) return null;
  const rows: SummaryRow[] = [
    ...fields.map(({ label, kind, value }) => ({ term: label, value: fieldText(kind, value) })),
    ...derived.map((share) => ({
      term: share.label,
      value: shareText(share),
      note: share.threshold === null ? undefined : `${share.threshold}% is asked for`,
    })),
  ];
  return (
    <section className="ir-section">
      <h2 className="ir-h2">Numbers</h2>
      <SummaryTable rows={rows} />
    </section>
  );
}

function fieldText(kind: Snapshot["fields"][number]["kind"], value: string): string {
  if (value === "") return "Not given";
  return kind === "date" && DaySchema.safeParse(value).success ? formatDate(value) : value;
}

/** "86%, 18 of 21". */
export function shareText({ part, whole, percent }: Snapshot["derived"][number]): string {
  if (part === null || whole === null) return "Not given";
  return percent === null ? `${part} of ${whole}` : `${percent}%, ${part} of ${whole}`;
}
