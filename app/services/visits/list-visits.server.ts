import { londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { VisitState } from "~/domain/visit/states";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import { findSchoolByUrn, listOrganisationsCovering } from "~db/queries/schools";
import { listVisitsOfReviewer, listVisitsToSchools, type VisitRow } from "~db/queries/visits";
import { factsOfVisit } from "./load-visit.server";
import { waitsFor } from "./party-of";
import { visitStanding } from "./visit-standing.server";
import { stepViews } from "./step-views";
import type { StepView } from "./views";

/** A visit in a list: the day, where it stands, what is next. Never what was seen. */
export type VisitRowView = {
  id: string;
  schoolName: string;
  roundTitle: string;
  state: VisitState;
  visitOn: string | null;
  startsAt: string | null;
  endsAt: string | null;
  steps: StepView[];
};

/** The visits a person is asked to make or makes; those that ended come last. */
export async function listOwnVisits(app: App, actor: Actor): Promise<VisitRowView[]> {
  const rows = await listVisitsOfReviewer(app.db.read, { userId: actor.userId });
  return rowViews(app, actor, rows);
}

export type SchoolVisitsView = { school: { urn: string; name: string }; visits: VisitRowView[] };

/** Visits to a school, as its people see them. Throws `not-found` outside the person's schools. */
export async function listSchoolVisits(
  app: App,
  actor: Actor,
  { urn }: { urn: string },
): Promise<SchoolVisitsView> {
  const school = await findSchoolByUrn(app.db.read, urn);
  if (school === undefined) throw new AppError("not-found");
  const coveredBy = await listOrganisationsCovering(app.db.read, { schoolId: school.id });
  const today = londonDate(app.clock.now());
  stopUnless(can(actor, "school.view", { today, schoolId: school.id, coveredBy }));
  const rows = await listVisitsToSchools(app.db.read, { schoolIds: [school.id] });
  const { name } = school;
  return { school: { urn, name }, visits: await rowViews(app, actor, rows) };
}

/** Visits to schools of which the reader may know. The caller has asked whether they may see the schools. */
export async function listVisitsSeen(
  app: App,
  actor: Actor,
  { schoolIds }: { schoolIds: readonly string[] },
): Promise<VisitRowView[]> {
  return rowViews(app, actor, await listVisitsToSchools(app.db.read, { schoolIds }));
}

/** A step of a visit that waits for the reader, for their home and their weekly mail. */
export type VisitWaitingView = Pick<StepView, "step" | "by" | "late"> & {
  visitId: string;
  schoolName: string;
  roundTitle: string;
};

/** What visits to a school wait for this person to do. The caller has asked whether they may see the school. */
export async function visitsWaitingAtSchool(
  app: App,
  actor: Actor,
  { schoolId }: { schoolId: string },
): Promise<VisitWaitingView[]> {
  const rows = await listVisitsToSchools(app.db.read, { schoolIds: [schoolId] });
  return stepsOfReader(await rowViews(app, actor, rows));
}

/** What the visits that a person makes as a reviewer wait for them to do. */
export async function visitsWaitingForReviewer(
  app: App,
  actor: Actor,
): Promise<VisitWaitingView[]> {
  return stepsOfReader(await listOwnVisits(app, actor));
}

const stepsOfReader = (visits: readonly VisitRowView[]): VisitWaitingView[] =>
  visits.flatMap(({ id: visitId, schoolName, roundTitle, steps }) =>
    steps
      .filter(({ yours }) => yours)
      .map(({ step, by, late }) => ({ visitId, schoolName, roundTitle, step, by, late })),
  );

async function rowViews(app: App, actor: Actor, rows: readonly VisitRow[]) {
  const views: VisitRowView[] = [];
  for (const row of rows) {
    const loaded = await factsOfVisit(app, row);
    if (!can(actor, "visit.view", loaded.facts).allowed) continue;
    const { people, steps } = await visitStanding(app, loaded);
    const { id, schoolName, roundTitle, state, visitOn, startsAt, endsAt } = row;
    const shown = stepViews(steps, {
      people,
      schoolName,
      isYours: waitsFor(actor, loaded.facts),
    });
    views.push({ id, schoolName, roundTitle, state, visitOn, startsAt, endsAt, steps: shown });
  }
  return views.sort((a, b) => Number(hasEnded(a)) - Number(hasEnded(b)));
}

const hasEnded = ({ state }: VisitRowView): boolean =>
  state === "closed" || state === "closed-with-both-views" || state === "cancelled";
