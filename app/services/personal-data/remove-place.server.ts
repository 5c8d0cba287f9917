import { londonDate } from "~/domain/calendar/format";
import type { RemovalScope, RemoverRole } from "~/domain/personal-data/removal";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { RemovalFacts } from "~/domain/policy/facts";
import { schoolRoles } from "~/domain/policy/roles";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { responseFacts } from "~/services/answering/load-response.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import { loadVisit, type LoadedVisit } from "~/services/visits/load-visit.server";
import { findAction, type ActionRow } from "~db/queries/actions";
import type { CopyToClean } from "~db/queries/removals";
import { findResponse, type ResponseRow } from "~db/queries/responses";
import {
  findSchool,
  findSchoolByUrn,
  listOrganisationsCovering,
  type SchoolFacts,
} from "~db/queries/schools";
import { listSubmissions, type SubmissionRow } from "~db/queries/submissions";
import type { Reader } from "~db/types";
import type { RemovalPlace, VisitTelling } from "./remove-views";

/** A place where somebody may remove words, and how far they may look. */
export type LoadedPlace = {
  school: SchoolFacts;
  /** Null: the school's plan, with no self-review. */
  row: ResponseRow | null;
  action: ActionRow | null;
  /** Where it is a visit; `row` and `action` are null then. */
  visit: LoadedVisit | null;
  role: RemoverRole;
  scopes: RemovalScope[];
};

/**
 * Loads where words are to be removed and asks the policy. A manager looks through one self-review and is told
 * only of signed copies. Throws `not-found` outside the person's scope, `forbidden` within it.
 */
export async function loadRemovalPlace(
  app: App,
  actor: Actor,
  place: RemovalPlace,
): Promise<LoadedPlace> {
  if (place.visitId !== null) return visitPlace(app, actor, place.visitId);
  const school = await findSchoolByUrn(app.db.read, place.urn);
  if (school === undefined) throw new AppError("not-found");
  const action = await actionAt(app.db.read, { school, place });
  const responseId = place.responseId ?? action?.responseId ?? null;
  return responseId === null
    ? schoolPlace(app, actor, { school, action })
    : reviewPlace(app, actor, { school, action, responseId, place });
}

/** A manager looks through the one visit; a head may look through all of the school too. */
async function visitPlace(app: App, actor: Actor, visitId: string): Promise<LoadedPlace> {
  const action = "visit.remove-details";
  const visit = await loadVisit(app, actor, { visitId, action });
  const school = await findSchool(app.db.read, visit.row.schoolId);
  if (school === undefined) throw new AppError("not-found");
  const { today, facts } = visit;
  const wholeSchool = can(
    actor,
    "school.remove-details",
    await schoolFacts(app, { school, today }),
  );
  const isHead = schoolRoles(actor, facts).has("head");
  return {
    school,
    row: null,
    action: null,
    visit,
    role: isHead ? "head" : "manager",
    scopes: ["visit", ...(isHead && wholeSchool.allowed ? (["school"] as const) : [])],
  };
}

/** What is told at a visit: a manager who does not read its record learns nothing of what stands in it. */
export function tellingAt(actor: Actor, { visit, role }: LoadedPlace): VisitTelling {
  if (visit === null) return null;
  const reads = role === "head" || can(actor, "visit.read-record", visit.facts).allowed;
  return reads ? "what-you-read" : "nothing";
}

async function actionAt(
  read: Reader,
  { school, place }: { school: SchoolFacts; place: RemovalPlace },
): Promise<ActionRow | null> {
  if (place.actionId === null) return null;
  const action = await findAction(read, { schoolId: school.id, actionId: place.actionId });
  const isElsewhere = place.responseId !== null && action?.responseId !== place.responseId;
  if (action === undefined || isElsewhere) throw new AppError("not-found");
  return action;
}

type AtSchool = { school: SchoolFacts; action: ActionRow | null };

async function schoolPlace(
  app: App,
  actor: Actor,
  { school, action }: AtSchool,
): Promise<LoadedPlace> {
  const today = londonDate(app.clock.now());
  const plan = { today, schoolId: school.id, questionnaireKey: null, round: null };
  const wholeSchool = can(
    actor,
    "school.remove-details",
    await schoolFacts(app, { school, today }),
  );
  if (action === null) stopUnless(wholeSchool);
  else stopUnless(can(actor, "action.remove-details", plan));
  const isHead = schoolRoles(actor, plan).has("head");
  return {
    school,
    row: null,
    action,
    visit: null,
    role: isHead ? "head" : "coordinator",
    scopes: [...here(action !== null), ...(wholeSchool.allowed ? (["school"] as const) : [])],
  };
}

async function reviewPlace(
  app: App,
  actor: Actor,
  { school, action, responseId, place }: AtSchool & { responseId: string; place: RemovalPlace },
): Promise<LoadedPlace> {
  const scope = { schoolId: school.id, responseId };
  const row = await findResponse(app.db.read, scope);
  if (row === undefined) throw new AppError("not-found");
  const today = londonDate(app.clock.now());
  const facts = await removalFacts(app, actor, { row, today });
  stopUnless(can(actor, "response.remove-details", facts));
  const role = roleOf(actor, facts);
  const wholeSchool = can(
    actor,
    "school.remove-details",
    await schoolFacts(app, { school, today }),
  );
  const isHere = place.answerKey !== null || action !== null;
  const scopes: RemovalScope[] =
    role === "manager"
      ? ["review"]
      : [...here(isHere), "review", ...(wholeSchool.allowed ? (["school"] as const) : [])];
  return { school, row, action, visit: null, role, scopes };
}

const here = (is: boolean): RemovalScope[] => (is ? ["here"] : []);

async function schoolFacts(app: App, { school, today }: { school: SchoolFacts; today: string }) {
  const schoolId = school.id;
  const coveredBy = await listOrganisationsCovering(app.db.read, { schoolId });
  return { today, schoolId, coveredBy };
}

type OfResponse = { row: ResponseRow; today: string };

/** What the policy decides on: whether it was signed, and whether its organisation may read a copy. */
export async function removalFacts(
  app: App,
  actor: Actor,
  { row, today }: OfResponse,
): Promise<RemovalFacts> {
  const { schoolId, questionnaireKey, round } = await responseFacts(app, actor, { row, today });
  const copies = await listSubmissions(app.db.read, { schoolId, responseId: row.id });
  const readByOfficers = copies.some((copy) => isWithOfficers(copy, row.state));
  return { today, schoolId, questionnaireKey, round, signed: copies.length > 0, readByOfficers };
}

/** Whether officers of the round may read a copy, as the policy on signed copies says. */
export function isWithOfficers(
  copy: Pick<SubmissionRow, "state" | "withdrawnAt">,
  responseState: ResponseRow["state"],
): boolean {
  return copy.state === "standing" && copy.withdrawnAt === null && responseState !== "withdrawn";
}

/** Whether a found copy is one that officers of its round may read. */
export const isReadByOfficers = (copy: CopyToClean): boolean =>
  copy.roundOrganisationId !== null && isWithOfficers(copy, copy.responseState);

function roleOf(actor: Actor, facts: RemovalFacts): RemoverRole {
  const roles = schoolRoles(actor, facts);
  if (roles.has("head")) return "head";
  const isSigned = facts.signed && facts.round !== null;
  return roles.has("coordinator") && !isSigned ? "coordinator" : "manager";
}

/** Whether the link to remove words is shown beside something of this response. */
export async function mayRemoveDetails(app: App, actor: Actor, row: ResponseRow): Promise<boolean> {
  const today = londonDate(app.clock.now());
  const facts = await removalFacts(app, actor, { row, today });
  return can(actor, "response.remove-details", facts).allowed;
}
