import type { VisitState } from "~/domain/visit/states";

/** Groups of a round's visits, as tiles that filter. */
export const VISITS_SHOWN = [
  "all",
  "asking",
  "missing",
  "to-come",
  "writing",
  "ended",
  "cancelled",
  "late",
] as const;
export type VisitsShown = (typeof VISITS_SHOWN)[number];
export type VisitsFilter = { shows: VisitsShown };

export type ListedVisit = { state: VisitState; reviewers: number; late: boolean };

const GROUPS: Record<VisitState, VisitsShown> = {
  proposed: "asking",
  accepted: "to-come",
  dated: "to-come",
  planned: "to-come",
  visited: "writing",
  drafted: "writing",
  "with-school": "writing",
  agreed: "writing",
  closed: "ended",
  "closed-with-both-views": "ended",
  cancelled: "cancelled",
};

const ENDED: readonly VisitsShown[] = ["ended", "cancelled"];

/** Whether a visit stands in a group. A visit may stand in several: asked, late, and a reviewer missing. */
export function isShown({ state, reviewers, late }: ListedVisit, shows: VisitsShown): boolean {
  const group = GROUPS[state];
  if (shows === "all") return group !== "cancelled";
  if (shows === "late") return late;
  if (shows === "missing") return reviewers < 2 && !ENDED.includes(group);
  return group === shows;
}

/** How many stand in each group. */
export function countShown(
  visits: readonly ListedVisit[],
): { shows: VisitsShown; count: number }[] {
  return VISITS_SHOWN.map((shows) => ({
    shows,
    count: visits.filter((one) => isShown(one, shows)).length,
  }));
}
