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

/** "Change", leading to where it is done. */
export const changeAt = (to: string, about: string) => ({ to, label: "Change", about });

type SectionProps = { id: string; title: string; rows: readonly SummaryRow[] };

/** Facts as pairs under a heading of their own. */
export function SummarySection({ id, title, rows }: SectionProps) {
  return (
    <section className="ir-section" aria-labelledby={id}>
      <h2 className="ir-h2" id={id}>
        {title}
      </h2>
      <SummaryTable rows={rows} />
    </section>
  );
}

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
