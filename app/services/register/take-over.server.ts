import { londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { goesAlong } from "~/domain/register/take-over";
import { isClosed } from "~/domain/register/school-fields";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import { insertAudit } from "~db/queries/audit";
import { listLinked } from "~db/queries/school-standing";
import {
  findSchool,
  findSchoolByUrn,
  listOrganisationsCovering,
  type SchoolFacts,
} from "~db/queries/schools";
import {
  isTakenOver,
  listCopiesInRounds,
  markTakenOver,
  pointAt,
  readEstate,
} from "~db/queries/take-over";

export type BeforeView = {
  urn: string;
  name: string;
  on: string | null;
  /** `waits`: it is closed, and nobody has taken it over. */
  standing: "waits" | "taken-over" | "by-another" | "still-open";
  /** What would go along. */
  along: { responses: number; actions: number; visits: number; people: number };
  /** Signed there; read here once it is taken over. */
  copies: { responseId: string; number: number; title: string; at: Date }[];
};
export type TakeOverView = {
  school: { urn: string; name: string };
  mayTakeOver: boolean;
  before: BeforeView[];
};

/** Schools before this one, and what of theirs is open. Throws `not-found` or `forbidden`. */
export async function viewTakeOver(app: App, actor: Actor, urn: string): Promise<TakeOverView> {
  const { school, facts } = await schoolOf(app, actor, urn);
  const { before } = await listLinked(app.db.read, { schoolId: school.id });
  return {
    school: { urn, name: school.name },
    mayTakeOver: can(actor, "school.take-over", facts).allowed,
    before: await Promise.all(before.map((one) => beforeView(app, { school, one }))),
  };
}

type Linked = Awaited<ReturnType<typeof listLinked>>["before"][number];

async function beforeView(
  app: App,
  { school, one }: { school: SchoolFacts; one: Linked },
): Promise<BeforeView> {
  const { id: predecessorId, urn, name, linkedOn: on, takenOverAt } = one;
  const estate = await readEstate(app.db.read, { predecessorId, successorId: school.id });
  const along = goesAlong({ ...estate, today: londonDate(app.clock.now()) });
  const isOver = takenOverAt !== null;
  return {
    urn,
    name,
    on,
    standing: isOver ? "taken-over" : await standingOf(app, predecessorId),
    along: {
      responses: along.responses.length,
      actions: along.actions.length,
      visits: along.visits.length,
      people: along.grants.length,
    },
    copies: isOver ? await listCopiesInRounds(app.db.read, { schoolId: predecessorId }) : [],
  };
}

async function standingOf(app: App, predecessorId: string): Promise<BeforeView["standing"]> {
  if (await isTakenOver(app.db.read, { predecessorId })) return "by-another";
  const before = await findSchool(app.db.read, predecessorId);
  return before !== undefined && isClosed(before) ? "waits" : "still-open";
}

export type TakenOver = "done" | "not-now";

/**
 * Takes the open work and people of a closed school over, in one transaction: what was signed stays there. `not-now`:
 * it is open, or somebody took it over already. Throws `not-found` or `forbidden`.
 */
export async function takeOver(
  app: App,
  actor: Actor,
  { urn, beforeUrn }: { urn: string; beforeUrn: string },
): Promise<TakenOver> {
  const { school, facts } = await schoolOf(app, actor, urn);
  stopUnless(can(actor, "school.take-over", facts));
  const { before } = await listLinked(app.db.read, { schoolId: school.id });
  const one = before.find((linked) => linked.urn === beforeUrn);
  if (one === undefined) throw new AppError("not-found");
  const between = { predecessorId: one.id, successorId: school.id };
  const at = app.clock.now();
  return app.db.transact(async (tx) => {
    const predecessor = await findSchool(tx, one.id);
    if (predecessor === undefined || !isClosed(predecessor)) return "not-now";
    if (await isTakenOver(tx, between)) return "not-now";
    if (!(await markTakenOver(tx, { ...between, by: actor.userId, at }))) return "not-now";
    const along = goesAlong({ ...(await readEstate(tx, between)), today: facts.today });
    await pointAt(tx, { schoolId: school.id, along });
    await insertAudit(tx, {
      id: app.newId(),
      at,
      actorId: actor.userId,
      event: "school.taken-over",
      schoolId: school.id,
      organisationId: facts.coveredBy[0] ?? null,
      subjectKind: "school",
      subjectId: one.id,
      data: {
        responses: along.responses.length,
        actions: along.actions.length,
        visits: along.visits.length,
        roles: along.grants.length,
      },
    });
    return "done";
  });
}

async function schoolOf(app: App, actor: Actor, urn: string) {
  const school = await findSchoolByUrn(app.db.read, urn);
  if (school === undefined) throw new AppError("not-found");
  const coveredBy = await listOrganisationsCovering(app.db.read, { schoolId: school.id });
  const facts = { today: londonDate(app.clock.now()), schoolId: school.id, coveredBy };
  stopUnless(can(actor, "school.view", facts));
  return { school, facts };
}
