import { Link } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import type { ResponseState } from "~/domain/response/states";
import { StateTag } from "../tag";

/** One school of the list. */
export type ReturnRowView = {
  id: string;
  name: string;
  district: string | null;
  state: ResponseState;
  lastActivity: Date | null;
  signed: { number: number; at: Date } | null;
};

type ReturnsTableProps = { organisationKey: string; rows: readonly ReturnRowView[] };

/** Schools by name, with state and dates. Only a signed copy is a link. */
export function ReturnsTable({ organisationKey, rows }: ReturnsTableProps) {
  if (rows.length === 0) return null;
  return (
    <table className="ir-table ir-table-stacked">
      <caption className="govuk-visually-hidden">Schools in this list</caption>
      <thead>
        <tr>
          <th scope="col">School</th>
          <th scope="col">State</th>
          <th scope="col">Last activity</th>
          <th scope="col">Signed</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              {row.signed === null ? (
                row.name
              ) : (
                <Link to={`/organisations/${organisationKey}/returns/${row.id}`}>{row.name}</Link>
              )}
              {row.district ? (
                <span className="ir-summary-note ir-muted">{row.district}</span>
              ) : null}
            </th>
            <td data-heading="State">
              <StateTag state={row.state} />
            </td>
            <td data-heading="Last activity">
              {row.lastActivity === null ? "None yet" : formatDate(row.lastActivity)}
            </td>
            <td data-heading="Signed">
              {row.signed === null
                ? "Not yet"
                : `Copy ${row.signed.number}, ${formatDate(row.signed.at)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
