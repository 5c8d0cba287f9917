import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icon-paths";

export type RecordRow = {
  key: string;
  title: string;
  /** Where the title leads; without it the title is plain, as for a task that cannot start yet. */
  to?: string;
  note?: ReactNode;
  icon?: IconName;
  /** A `LevelSpread`, in a column of its own. */
  spread?: ReactNode;
  /** A tag, "Completed", or a date, at the right. */
  state?: ReactNode;
};

/** Records or tasks as rows: what it is, a line about it, its state. */
export function RecordList({ rows }: { rows: readonly RecordRow[] }) {
  return (
    <ul className="ir-list">
      {rows.map((row) => (
        <li className="ir-list-row" key={row.key}>
          {row.icon ? <Icon name={row.icon} /> : null}
          <div className="ir-list-main">
            <p className="ir-list-title">
              {row.to ? <Link to={row.to}>{row.title}</Link> : row.title}
            </p>
            {row.note ? <p className="ir-list-note">{row.note}</p> : null}
          </div>
          {row.spread ? <div className="ir-list-spread">{row.spread}</div> : null}
          {row.state ? <div className="ir-list-state">{row.state}</div> : null}
        </li>
      ))}
    </ul>
  );
}
