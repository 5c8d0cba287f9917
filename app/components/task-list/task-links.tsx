import { Link } from "@remix-run/react";
import type { TaskListView } from "~/services/answering/views";
import { reviewPath } from "../answering/review-path";

/** The other pages of one self-review. */
export function TaskLinks({ view }: { view: TaskListView }) {
  const { response, duties, mayAssign, mayChangeApplicability } = view;
  const base = reviewPath(response);
  return (
    <ul className="ir-plain-list">
      <li>
        <Link to={`${base}/duties`}>{dutyLine(duties)}</Link>
      </li>
      {mayAssign ? (
        <li>
          <Link to={`${base}/assign`}>Assign sections to people</Link>
        </li>
      ) : null}
      {mayChangeApplicability && response.editable.ok ? (
        <li>
          <Link to={`${base}/start`}>Change which parts apply</Link>
        </li>
      ) : null}
      <li>
        <Link to={`/schools/${response.urn}/actions`}>Action plan</Link>
      </li>
    </ul>
  );
}

function dutyLine({ yes, partly, no, unanswered }: TaskListView["duties"]): string {
  const counts = [
    [yes, "Yes"],
    [partly, "Partly"],
    [no, "No"],
    [unanswered, "not answered"],
  ] as const;
  const told = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return told.length === 0 ? "Legal duties" : `Legal duties: ${told.join(", ")}`;
}
