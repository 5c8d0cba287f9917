import { Form, Link } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import { schemePath } from "~/forms/confirmations";
import type { SchemeSchoolView, SchemeView } from "~/services/confirmations/view-scheme.server";
import { Button } from "../button";
import { Tag } from "../tag";
import { StandingTag } from "./standing-tag";

/** The schools by name; those that can be confirmed now have a box to tick. */
export function SchemeTable({ view }: { view: SchemeView }) {
  const { rows } = view.list;
  if (rows.length === 0) return null;
  const place = { key: view.organisation.key, roundId: view.round.id };
  const some = rows.some(({ confirmable }) => confirmable !== null);
  return (
    <Form method="get" action={`${schemePath(place)}/preview`}>
      <table className="ir-table ir-table-stacked">
        <caption className="govuk-visually-hidden">Schools in this list</caption>
        <thead>
          <tr>
            <th scope="col">Choose</th>
            <th scope="col">School</th>
            <th scope="col">Points</th>
            <th scope="col">Lead</th>
            <th scope="col">Confirmation</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <SchoolRow key={row.urn} row={row} to={`${schemePath(place)}/${row.urn}`} />
          ))}
        </tbody>
      </table>
      {some ? (
        <div className="ir-actions">
          <Button>Preview the chosen schools</Button>
        </div>
      ) : null}
    </Form>
  );
}

function SchoolRow({ row, to }: { row: SchemeSchoolView; to: string }) {
  return (
    <tr>
      <td data-heading="Choose">
        {row.confirmable === null ? (
          <span className="govuk-visually-hidden">Cannot be confirmed now</span>
        ) : (
          <input
            type="checkbox"
            className="ir-checkbox-input"
            name="school"
            value={row.urn}
            aria-label={`Choose ${row.name}`}
          />
        )}
      </td>
      <th scope="row">
        <Link to={to}>{row.name}</Link>
        <span className="ir-summary-note ir-muted">
          {[row.authority, row.district].filter(Boolean).join(" · ")}
        </span>
      </th>
      <td data-heading="Points">
        <PointsCell row={row} />
      </td>
      <td data-heading="Lead">
        <LeadCell row={row} />
      </td>
      <td data-heading="Confirmation">
        {row.confirmation === null ? "None yet" : <StandingTag confirmation={row.confirmation} />}
      </td>
    </tr>
  );
}

function PointsCell({ row }: { row: SchemeSchoolView }) {
  if (row.signedAt === null) return <>Not signed yet</>;
  const signed = (
    <span className="ir-summary-note ir-muted">Signed {formatDate(row.signedAt)}</span>
  );
  if (row.missing.length === 0) {
    return (
      <>
        <Tag colour="green">All points met</Tag>
        {signed}
      </>
    );
  }
  return (
    <>
      Missing:{" "}
      {row.missing
        .map(({ key, short }) => (key === "training" ? short : `${key} ${short}`))
        .join(", ")}
      {signed}
    </>
  );
}

function LeadCell({ row }: { row: SchemeSchoolView }) {
  const { lead, trainingLapses } = row;
  if (row.signedAt === null) return null;
  return (
    <>
      {lead.name === "" ? "Not named" : lead.name}
      {lead.email === "" ? null : (
        <span className="ir-summary-note">
          <a href={`mailto:${lead.email}`}>{lead.email}</a>
        </span>
      )}
      {row.leadLeft ? <span className="ir-summary-note">Has left the school</span> : null}
      {trainingLapses === null ? null : (
        <span className="ir-summary-note ir-muted">
          Training lapses {formatDate(trainingLapses)}
        </span>
      )}
    </>
  );
}
