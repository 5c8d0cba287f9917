import { noteCountWords } from "~/domain/visit/device-words";
import { classNames } from "../../class-names";

/** A line of the day as listed: from the plan, or added here. */
export type DayLine = {
  id: string;
  title: string;
  startsAt: string;
  endsAt: string;
  withWhom: string;
  place: string;
};

type DayLinesProps = {
  day: string;
  lines: readonly DayLine[];
  current: string | null;
  countOf: (lineId: string) => number;
  linkTo: (lineId: string) => string;
  onOpen: (lineId: string) => void;
};

/** The day by its lines, each a row of 56 px with its hour and how many notes lie under it. */
export function DayLines({ day, lines, current, countOf, linkTo, onOpen }: DayLinesProps) {
  return (
    <nav className="ir-day" aria-labelledby="day" id="day-lines" tabIndex={-1}>
      <h2 className="ir-h3" id="day">
        {day}
      </h2>
      <ul className="ir-day-lines">
        {lines.map(({ id, title, startsAt }) => (
          <li key={id}>
            <a
              href={linkTo(id)}
              aria-current={id === current ? "true" : undefined}
              className={classNames("ir-day-line", id === current && "ir-day-line-current")}
              onClick={(event) => {
                event.preventDefault();
                onOpen(id);
              }}
            >
              <span className="ir-day-hour">{startsAt}</span>
              <span className="ir-day-title">{title}</span>
              {countOf(id) > 0 ? (
                <span className="ir-day-count">{noteCountWords(countOf(id))}</span>
              ) : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
