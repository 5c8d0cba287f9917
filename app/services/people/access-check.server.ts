import type { Term } from "~/domain/calendar/calendar";
import { termName } from "~/domain/calendar/terms";
import { accessCheckDue } from "~/domain/people/access-check";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { TEAM_ROLES } from "~/domain/policy/roles";
import { ok, refused, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { insertAccessCheck, listAccessChecks } from "~db/queries/access-checks";
import { insertAudit } from "~db/queries/audit";
import { firstDayOfSchool, listPlaceGrants, type PlaceGrant } from "~db/queries/grants";
import type { Reader } from "~db/types";
import { schoolCalendar } from "../answering/school-calendar.server";
import { endRoles, handOverWork } from "./end-roles.server";
import { personViews } from "./person-views";
import { questionnaireChoices, schoolOfTeam } from "./school-of-team.server";
import { mayChangeRole } from "./view-team.server";
import type { PersonOfPlaceView, SchoolOfTeamView } from "./views";

export type AccessCheckView = {
  school: SchoolOfTeamView;
  /** "Term 3, 2026 to 2027", whose check is due; null: none is. */
  due: string | null;
  /** Every role with a box that is ticked. Roles the reader may not change stand without one. */
  people: PersonOfPlaceView[];
};

/** Everyone's roles, to say that they are right. Throws `not-found` or `forbidden`. */
export async function viewAccessCheck(
  app: App,
  actor: Actor,
  { urn }: { urn: string },
): Promise<AccessCheckView> {
  const { school, facts } = await schoolOfTeam(app, actor, { urn, action: "team.check-access" });
  const { today } = facts;
  const term = await dueTerm(app, app.db.read, facts);
  const questionnaires = await questionnaireChoices(app, facts.coveredBy);
  const grants = await listPlaceGrants(app.db.read, facts);
  const mayChange = (grant: PlaceGrant) =>
    grant.userId !== actor.userId && mayChangeRole(actor, { grant, facts });
  return {
    school: { urn: school.urn, name: school.name },
    due: term === null ? null : termName(term),
    people: personViews(grants, { actor, today, questionnaires, mayChange, withEmail: true }),
  };
}

/** The term whose access check waits for a head of this school; null where none does. */
export async function accessCheckWaiting(
  app: App,
  actor: Actor,
  place: { schoolId: string; coveredBy: readonly string[]; today: string },
): Promise<string | null> {
  if (!can(actor, "team.change-head", place).allowed) return null;
  const term = await dueTerm(app, app.db.read, place);
  return term === null ? null : termName(term);
}

async function dueTerm(
  app: App,
  read: Reader,
  { schoolId, today }: { schoolId: string; today: string },
): Promise<Term | null> {
  const calendar = await schoolCalendar(app, schoolId);
  const done = await listAccessChecks(read, { schoolId });
  const since = await firstDayOfSchool(read, { schoolId });
  return accessCheckDue({ calendar, today, done, since });
}

type Check = {
  urn: string;
  /** Grants shown on the page, and those left ticked. */
  shown: readonly string[];
  kept: readonly string[];
};

/**
 * Writes down that the roles shown are right; those unticked end at once, and sections their holders looked after come
 * to the actor. A role given after the page was opened stays, and one the actor may not change is never ended.
 */
export async function confirmAccess(
  app: App,
  actor: Actor,
  { urn, shown, kept }: Check,
): Promise<Result<{ ended: number }, "last-keeper">> {
  const { facts } = await schoolOfTeam(app, actor, { urn, action: "team.check-access" });
  const { schoolId, today } = facts;
  const term = await dueTerm(app, app.db.read, facts);
  return app.db.transact(async (tx) => {
    const held = await listPlaceGrants(tx, { schoolId, today });
    const ending = held.filter(({ grantId }) => shown.includes(grantId) && !kept.includes(grantId));
    const mayEnd = ending.every(
      (grant) => grant.userId !== actor.userId && mayChangeRole(actor, { grant, facts }),
    );
    if (!mayEnd) throw new AppError("forbidden", { reason: "needs-head" });
    if (ending.length > 0) {
      const place = { schoolId };
      const roles = { place, keeper: "head", today, held, ending } as const;
      const ended = await endRoles(tx, app, { actor, ...roles });
      if (!ended.ok) return refused(ended.problem);
      for (const fromUserId of leavers(held, ending)) {
        await handOverWork(tx, app, { actor, schoolId, fromUserId, toUserId: actor.userId });
      }
    }
    await noteCheck(app, tx, { actor, schoolId, term, ended: ending.length });
    return ok({ ended: ending.length });
  });
}

/** Those who answer nothing here any more. */
function leavers(held: readonly PlaceGrant[], ending: readonly PlaceGrant[]): Set<string> {
  const stays = held.filter(
    (grant) => !ending.includes(grant) && TEAM_ROLES.some((role) => role === grant.role),
  );
  const ids = ending.map(({ userId }) => userId);
  return new Set(ids.filter((id) => !stays.some(({ userId }) => userId === id)));
}

type Noted = { actor: Actor; schoolId: string; term: Term | null; ended: number };

async function noteCheck(
  app: App,
  tx: Parameters<typeof insertAccessCheck>[0],
  { actor, schoolId, term, ended }: Noted,
): Promise<void> {
  const at = app.clock.now();
  if (term !== null) {
    const { year, term: number } = term;
    const checked = { checkedBy: actor.userId, checkedAt: at };
    await insertAccessCheck(tx, { id: app.newId(), schoolId, year, term: number, ...checked });
  }
  await insertAudit(tx, {
    id: app.newId(),
    at,
    actorId: actor.userId,
    event: "access.checked",
    schoolId,
    subjectKind: "school",
    subjectId: schoolId,
    data: { ended, term: term === null ? null : `${term.year} Term ${term.term}` },
  });
}
