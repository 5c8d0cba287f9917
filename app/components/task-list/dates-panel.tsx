import { formatDay } from "~/domain/calendar/format";
import type { DeadlineView } from "~/services/answering/views";
import { deadlineDistance } from "../home/deadline-words";
import { Panel } from "../panels/panel";

/** The deadlines of the round. They never lock anything; only closing does. */
export function DatesPanel({ dates }: { dates: readonly DeadlineView[] }) {
  if (dates.length === 0) return null;
  return (
    <Panel kind="side" title="Dates" id="dates">
      <ul className="ir-side-list">
        {dates.map((deadline) => (
          <li key={deadline.kind}>
            <span>
              <span className="ir-strong">{formatDay(deadline.date)}</span>
              <br />
              {deadline.kind === "first" ? "First deadline" : "Final deadline"},{" "}
              {deadlineDistance(deadline)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
