import { Form, Link } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import { schemePath } from "~/forms/confirmations";
import type { PreviewView } from "~/services/confirmations/preview.server";
import { Button } from "../button";
import { Page } from "../page";
import { counted, WHY_NOT } from "./scheme-words";

/** What confirming will do, school by school, before it is done. */
export function PreviewPage({ view }: { view: PreviewView }) {
  const { organisation, round, rows, others } = view;
  const list = schemePath({ key: organisation.key, roundId: round.id });
  return (
    <Page
      title={
        rows.length === 0 ? "No school to confirm" : `Confirm ${counted(rows.length, "school")}`
      }
      caption={round.title}
      back={{ to: list, label: "Confirm schools" }}
    >
      {rows.length === 0 ? (
        <p className="ir-body">
          Tick schools whose points are all met. <Link to={list}>Back to the list</Link>
        </p>
      ) : (
        <Form method="post">
          <p className="ir-body">
            {organisation.name} confirms that each of them meets the {view.points} points of the
            scheme. Each gets a sealed certificate; its headteacher, coordinator and lead are
            written to. It says nothing about anything else.
          </p>
          <PreviewTable rows={rows} />
          <div className="ir-actions">
            <Button>Confirm {counted(rows.length, "school")}</Button>
            <Link to={list}>Confirm none now</Link>
          </div>
        </Form>
      )}
      {others.length === 0 ? null : (
        <section className="ir-section" aria-labelledby="others">
          <h2 className="ir-h2" id="others">
            Not confirmed now
          </h2>
          <ul className="ir-plain-list">
            {others.map(({ urn, name, why }) => (
              <li key={urn}>
                {name}: {WHY_NOT[why]}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

function PreviewTable({ rows }: Pick<PreviewView, "rows">) {
  return (
    <table className="ir-table ir-table-stacked">
      <caption className="govuk-visually-hidden">Schools that will be confirmed</caption>
      <thead>
        <tr>
          <th scope="col">School</th>
          <th scope="col">For</th>
          <th scope="col">Confirmed until</th>
          <th scope="col">Lead</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.urn}>
            <th scope="row">
              <input type="hidden" name="confirm" value={`${row.urn} ${row.submissionId}`} />
              {row.name}
              <span className="ir-summary-note ir-muted">{row.authority}</span>
            </th>
            <td data-heading="For">
              Signed copy {row.copy.number}, {formatDate(row.copy.signedAt)}
            </td>
            <td data-heading="Confirmed until">
              {formatDate(row.until)}
              {row.before === null ? null : (
                <span className="ir-summary-note ir-muted">On from {formatDate(row.before)}</span>
              )}
            </td>
            <td data-heading="Lead">{row.leadEmail === "" ? "No address given" : row.leadEmail}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
