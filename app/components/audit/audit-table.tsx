import { formatDate, formatTime } from "~/domain/calendar/format";
import type { AuditRowView } from "~/services/audit/views";

/** The lines of the record; on a phone each becomes a card. */
export function AuditTable({ rows }: { rows: readonly AuditRowView[] }) {
  return (
    <table className="ir-table ir-table-stacked">
      <caption className="govuk-visually-hidden">Who did what, newest first</caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Who did what</th>
          <th scope="col">About</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, at, who, did, about }) => (
          <tr key={id}>
            <td data-heading="When">
              <time dateTime={at.toISOString()}>
                {formatDate(at)}, {formatTime(at)}
              </time>
            </td>
            <td data-heading="Who did what">
              {who} {did}
            </td>
            <td data-heading="About">{about ?? "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
