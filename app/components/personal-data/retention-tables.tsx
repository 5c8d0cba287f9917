import { formatDate } from "~/domain/calendar/format";
import type { KindCount } from "~/domain/personal-data/retention-plan";
import {
  KEPT,
  SERVICE,
  SERVICE_KINDS,
  type Fixed,
} from "~/domain/personal-data/retention-schedule";
import { SETTABLE } from "~/domain/personal-data/retention-settings";
import type { NightView } from "~/services/personal-data/retention-schedule.server";

const dayWords = (day: string | null): string => (day === null ? "–" : formatDate(day));

/** What would go tonight, kind by kind. */
export function WouldGoTable({
  counts,
  caption,
}: {
  counts: readonly KindCount[];
  caption: string;
}) {
  return (
    <table className="ir-table ir-table-stacked">
      <caption className="ir-h3">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Kind</th>
          <th scope="col">Would go</th>
          <th scope="col">Oldest that stays</th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ kind, due, oldest }) => (
          <tr key={kind}>
            <td data-heading="Kind">{SETTABLE[kind].label}</td>
            <td data-heading="Would go">{due}</td>
            <td data-heading="Oldest that stays">{dayWords(oldest)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const labelOf = (kind: string): string =>
  [...Object.entries(SETTABLE), ...Object.entries(SERVICE)].find(([key]) => key === kind)?.[1]
    .label ?? kind;

/** What each night deleted, newest first. */
export function NightsTable({
  nights,
  caption,
}: {
  nights: readonly NightView[];
  caption: string;
}) {
  if (nights.length === 0) return <p className="ir-body">No night has been reported yet.</p>;
  return (
    <table className="ir-table ir-table-stacked">
      <caption className="ir-h3">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Night of</th>
          <th scope="col">Kind</th>
          <th scope="col">Deleted</th>
          <th scope="col">Oldest kept</th>
        </tr>
      </thead>
      <tbody>
        {nights.map(({ day, kind, removed, oldestKept, preview }) => (
          <tr key={`${day} ${kind}`}>
            <td data-heading="Night of">{formatDate(day)}</td>
            <td data-heading="Kind">{labelOf(kind)}</td>
            <td data-heading="Deleted">{preview ? `None; ${removed} would have gone` : removed}</td>
            <td data-heading="Oldest kept">{dayWords(oldestKept)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What is kept how long and why, for all that no organisation sets. */
export function FixedTable() {
  const swept = SERVICE_KINDS.map((kind) => SERVICE[kind]);
  return (
    <>
      <RowsOf caption="Swept up for everybody" rows={swept} />
      <RowsOf caption="Kept, and why" rows={KEPT} />
    </>
  );
}

function RowsOf({ caption, rows }: { caption: string; rows: readonly Fixed[] }) {
  return (
    <table className="ir-table ir-table-stacked">
      <caption className="ir-h3">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">How long</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, words = "for good", reason }) => (
          <tr key={label}>
            <td data-heading="What">{label}</td>
            <td data-heading="How long">{words}</td>
            <td data-heading="Why">{reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
