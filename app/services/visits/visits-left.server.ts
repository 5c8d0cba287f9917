import { londonDate } from "~/domain/calendar/format";
import { academicYear } from "~/domain/calendar/working-days";
import type { App } from "~/platform/app.server";
import { listVisitsTaken, type VisitPerson } from "~db/queries/visit-people";
import type { LoadedVisit } from "./load-visit.server";

type Of = { mine: VisitPerson; loaded: LoadedVisit };

/** Visits a reviewer still has to give in the academic year of this one, this one not counted. */
export async function visitsLeft(app: App, { mine, loaded }: Of) {
  const { reviewerId, visitsOffered } = mine;
  const taken = await listVisitsTaken(app.db.read, { reviewerId });
  const yearOf = ({ visitOn, createdAt }: { visitOn: string | null; createdAt: Date }) =>
    academicYear(visitOn ?? londonDate(createdAt));
  const year = yearOf(loaded.row);
  const others = taken.filter((one) => one.visitId !== loaded.row.id && yearOf(one) === year);
  return { left: Math.max(0, visitsOffered - others.length), offered: visitsOffered };
}
