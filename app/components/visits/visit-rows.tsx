import type { VisitRowView } from "~/services/visits/list-visits.server";
import { RecordList } from "../record-list";
import { stepLine } from "./step-list";
import { visitPath } from "./visit-paths";
import { VisitStateTag } from "./visit-state-tag";
import { dayWords, hoursWords } from "./when-words";

/** Visits as rows. `titleOf`: by the school for a reviewer, by the round for a school. */
export function VisitRows({
  visits,
  titleOf,
}: {
  visits: readonly VisitRowView[];
  titleOf: (visit: VisitRowView) => string;
}) {
  return (
    <RecordList
      rows={visits.map((visit) => ({
        key: visit.id,
        title: titleOf(visit),
        to: visitPath(visit.id),
        icon: "calendar",
        note: noteOf(visit),
        state: <VisitStateTag state={visit.state} />,
      }))}
    />
  );
}

function noteOf(visit: VisitRowView): string {
  const day = visit.visitOn === null ? dayWords(visit) : `${dayWords(visit)}, ${hoursWords(visit)}`;
  return [day, stepLine(visit.steps)].filter((words) => words !== "").join(". ");
}
