import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

export type SummaryRow = {
  term: string;
  value: ReactNode;
  /** A muted line under the value. */
  note?: ReactNode;
  /** Leads to where it can be changed; `about` completes the link for those who hear it alone. */
  change?: { to: string; label: string; about: string };
};

/** Facts as pairs: "School", "Marsh Lane Primary School". */
export function SummaryTable({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl className="ir-summary">
      {rows.map(({ term, value, note, change }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            {value}
            {note ? <span className="ir-summary-note">{note}</span> : null}
          </dd>
          {change ? (
            <dd className="ir-summary-action">
              <Link to={change.to}>
                {change.label}
                <span className="govuk-visually-hidden"> {change.about}</span>
              </Link>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}
