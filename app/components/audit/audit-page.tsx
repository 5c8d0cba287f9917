import { Link } from "@remix-run/react";
import { AUDIT_PAGE_SIZE } from "~/domain/audit/filter";
import { whoReads, type Recorded } from "~/domain/policy/who-sees";
import { auditQueryText, type AuditQuery } from "~/forms/audit-filter";
import type { AuditView } from "~/services/audit/views";
import { ErrorSummary } from "../form/error-summary";
import { Page } from "../page";
import { WhoCanSeeThis } from "../who-can-see/who-can-see-this";
import { AuditFilterForm, DAY_PROBLEM } from "./audit-filter-form";
import { AuditTable } from "./audit-table";

type AuditPageProps = { view: AuditView; query: AuditQuery; seen: Recorded };

/** Who did what in a school or for an organisation, newest first. */
export function AuditPage({ view, query, seen }: AuditPageProps) {
  const { place, rows } = view;
  const problems = query.unreadable.map((end) => ({ fieldId: end, text: DAY_PROBLEM[end] }));
  return (
    <Page
      title="Who did what"
      caption={place.name}
      back={{ to: place.path, label: place.name }}
      above={problems.length > 0 ? <ErrorSummary errors={problems} /> : null}
      lede="Every save, signature and change of role is written down here when it happens. Nobody can change what is written."
    >
      <AuditFilterForm view={view} query={query} />
      {rows.length === 0 ? (
        <p className="ir-body">Nothing stands here. Choose other dates, or another person.</p>
      ) : (
        <>
          <AuditTable rows={rows} />
          <Paging view={view} />
          <p className="ir-body">
            <a href={`${place.path}/audit/csv${auditQueryText(view.filter)}`}>
              Download these lines as a CSV file
            </a>
          </p>
        </>
      )}
      <WhoCanSeeThis sentences={whoReads(seen)} />
    </Page>
  );
}

function Paging({ view }: { view: AuditView }) {
  const { page, pages, found, rows, filter, place } = view;
  const first = (page - 1) * AUDIT_PAGE_SIZE + 1;
  const to = (other: number) => `${place.path}/audit${auditQueryText(filter, other)}`;
  return (
    <p className="ir-body">
      Showing {first} to {first + rows.length - 1} of {found}.{" "}
      {page > 1 ? <Link to={to(page - 1)}>Newer lines</Link> : null}{" "}
      {page < pages ? <Link to={to(page + 1)}>Older lines</Link> : null}
    </p>
  );
}
