import { londonDate } from "~/domain/calendar/format";
import type { RemovalCounts } from "~/domain/personal-data/removal";
import type { Actor } from "~/domain/policy/actor";
import { isTeam, schoolRoles } from "~/domain/policy/roles";
import { z } from "~/domain/zod";
import { AppError, isAppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { inRole, schoolPeople } from "~/services/answering/school-people.server";
import { findOrganisation } from "~db/queries/organisations";
import { findRemoval } from "~db/queries/removals";
import { findResponse } from "~db/queries/responses";
import { loadVisit } from "~/services/visits/load-visit.server";
import { findSchool, findSchoolByUrn, type SchoolFacts } from "~db/queries/schools";
import { backupsThatHold } from "./remove-backups.server";
import { placeLabel } from "./remove-labels";
import { loadRemovalPlace, tellingAt, type LoadedPlace } from "./remove-place.server";
import type { RemovalPlace, RemovalView, RemovedView, VisitTelling } from "./remove-views";

/**
 * The page that starts a removal. People of the school's team who may not are told who does. Throws `not-found`
 * or `forbidden` for everybody else.
 */
export async function viewRemoval(
  app: App,
  actor: Actor,
  place: RemovalPlace,
): Promise<RemovalView> {
  try {
    return await formView(app, { at: place, loaded: await loadRemovalPlace(app, actor, place) });
  } catch (thrown) {
    if (!isAppError(thrown) || thrown.code !== "forbidden") throw thrown;
    return refusedView(app, actor, { place, thrown });
  }
}

/**
 * The same page, with what a removal made there did. `removalId` null: none was made yet. Throws as `viewRemoval` and
 * `viewRemoved`.
 */
export async function viewRemovalOrDone(
  app: App,
  actor: Actor,
  { removalId, ...place }: RemovalPlace & { removalId: string | null },
): Promise<{ view: RemovalView; removed: RemovedView | null }> {
  const view = await viewRemoval(app, actor, place);
  const isDone = removalId !== null && view.kind === "form";
  return { view, removed: isDone ? await viewRemoved(app, actor, { ...place, removalId }) : null };
}

type OfForm = { at: RemovalPlace; loaded: LoadedPlace };

async function formView(app: App, { at, loaded }: OfForm): Promise<RemovalView> {
  const { school, row, action, visit, role, scopes } = loaded;
  const organisationId = role === "manager" ? row?.roundOrganisationId : null;
  const organisation = await findOrganisation(app.db.read, organisationId ?? "");
  return {
    ...at,
    urn: school.urn,
    kind: "form",
    schoolName: school.name,
    title:
      row === null ? (visit?.row.roundTitle ?? null) : (row.roundTitle ?? row.questionnaireTitle),
    here: action === null ? hereWords(at.answerKey) : "this action",
    scopes,
    role,
    organisationKey: organisation?.key ?? null,
  };
}

function hereWords(answerKey: string | null): string | null {
  if (answerKey === null) return null;
  const label = placeLabel(answerKey);
  return label.charAt(0).toLowerCase() + label.slice(1);
}

type Refusal = { place: RemovalPlace; thrown: AppError };

/** Whoever knows of the visit is told who does it. */
async function refusedAtVisit(
  app: App,
  actor: Actor,
  { place, visitId }: { place: RemovalPlace; visitId: string },
): Promise<RemovalView> {
  const { row, today } = await loadVisit(app, actor, { visitId });
  const school = await findSchool(app.db.read, row.schoolId);
  if (school === undefined) throw new AppError("not-found");
  const { questionnaireKey, roundTitle, schoolName } = row;
  const heads = await headsOf(app, { school, questionnaireKey, today });
  const at = { ...place, urn: school.urn, kind: "refused", schoolName, title: roundTitle } as const;
  return { ...at, heads, orCoordinator: false };
}

async function refusedView(
  app: App,
  actor: Actor,
  { place, thrown }: Refusal,
): Promise<RemovalView> {
  const { visitId } = place;
  if (visitId !== null) return refusedAtVisit(app, actor, { place, visitId });
  const school = await findSchoolByUrn(app.db.read, place.urn);
  if (school === undefined) throw thrown;
  const today = londonDate(app.clock.now());
  const scope = { schoolId: school.id, responseId: place.responseId ?? "" };
  const row = await findResponse(app.db.read, scope);
  const questionnaireKey = row?.questionnaireKey ?? null;
  if (!isTeam(schoolRoles(actor, { schoolId: school.id, questionnaireKey, today }))) throw thrown;
  return {
    ...place,
    kind: "refused",
    schoolName: school.name,
    title: row === undefined ? null : (row.roundTitle ?? row.questionnaireTitle),
    heads: await headsOf(app, { school, questionnaireKey, today }),
    orCoordinator: thrown.details["reason"] === "needs-head-or-coordinator",
  };
}

type OfHeads = { school: SchoolFacts; questionnaireKey: string | null; today: string };

async function headsOf(app: App, { school, questionnaireKey, today }: OfHeads): Promise<string[]> {
  const at = { schoolId: school.id, questionnaireKey: questionnaireKey ?? "", today };
  return inRole(await schoolPeople(app, at), "head").map(({ name }) => name);
}

const CountsSchema = z.object({
  versions: z.number(),
  answers: z.number(),
  actions: z.number(),
  copies: z.number(),
  // Left out by those counted before visits were reached.
  records: z.number().default(0),
  documents: z.number(),
  others: z.number(),
});

/**
 * What a removal did, for whoever may make one there. A manager is told of signed copies only. Throws `not-found`
 * or `forbidden`.
 */
export async function viewRemoved(
  app: App,
  actor: Actor,
  { removalId, ...place }: RemovalPlace & { removalId: string },
): Promise<RemovedView> {
  const at = await loadRemovalPlace(app, actor, place);
  const { school, row, visit } = at;
  const removal = await findRemoval(app.db.read, { schoolId: school.id, removalId });
  if (removal === undefined || !isOfPlace(removal, { row, visit })) throw new AppError("not-found");
  const counts: RemovalCounts = CountsSchema.parse(JSON.parse(removal.counts));
  const telling = tellingAt(actor, at);
  return {
    at: removal.removedAt,
    counts: at.role === "manager" ? asManager(counts, telling) : counts,
    telling,
    backups: backupsThatHold(app.config.dataDir, removal.removedAt).length,
  };
}

type Of = Pick<LoadedPlace, "row" | "visit">;

/** Whether a removal was made at a place, or of all of its school. */
function isOfPlace(
  { responseId, visitId }: { responseId: string | null; visitId: string | null },
  { row, visit }: Of,
): boolean {
  if (responseId === null && visitId === null) return true;
  return visit === null ? responseId !== null && responseId === row?.id : visitId === visit.row.id;
}

/** Of a visit the record alone, where they read it; of a self-review its signed copies. */
function asManager(counts: RemovalCounts, telling: VisitTelling): RemovalCounts {
  const records = telling === "what-you-read" ? counts.records : 0;
  return { ...counts, versions: 0, answers: 0, actions: 0, others: 0, records };
}
