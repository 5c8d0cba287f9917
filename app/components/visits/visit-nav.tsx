import type { VisitHeading, VisitNavKey } from "../shell/page-handle";
import { PlaceNav } from "../shell/place-nav";
import { ForgetsVisit, KeepsVisit } from "./notes/keeps-visit";
import { visitPath } from "./visit-paths";

type VisitNavProps = { visit: VisitHeading; current: VisitNavKey | undefined };

const LABELS: Record<VisitNavKey, string> = {
  today: "Today",
  plan: "Plan",
  "self-review": "Self-review",
  notes: "Notes",
  file: "File",
  combine: "Combine",
  record: "Record",
};

/** Navigation headed by the visit: six pages for its reviewers, three for the school (look/16). */
export function VisitNav({ visit, current }: VisitNavProps) {
  const home = visitPath(visit.id);
  const links = visit.pages.map((key) => ({
    label: LABELS[key],
    to: key === "today" ? home : `${home}/${key}`,
    current: key === current,
  }));
  return (
    <>
      <PlaceNav name={`Visit to ${visit.schoolName}`} home={home} links={links} />
      {visit.pages.includes("notes") ? (
        <KeepsVisit visitId={visit.id} />
      ) : (
        <ForgetsVisit visitId={visit.id} />
      )}
    </>
  );
}
