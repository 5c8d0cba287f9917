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
import { findSchoolByUrn, type SchoolFacts } from "~db/queries/schools";
import { backupsThatHold } from "./remove-backups.server";
import { placeLabel } from "./remove-labels";
import { loadRemovalPlace, type LoadedPlace } from "./remove-place.server";
import type { RemovalPlace, RemovalView, RemovedView } from "./remove-views";

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
  const { school, row, action, role, scopes } = loaded;
  const organisationId = role === "manager" ? row?.roundOrganisationId : null;
  const organisation = await findOrganisation(app.db.read, organisationId ?? "");
  return {
    ...at,
    kind: "form",
    schoolName: school.name,
    title: row === null ? null : (row.roundTitle ?? row.questionnaireTitle),
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

async function refusedView(
  app: App,
  actor: Actor,
  { place, thrown }: Refusal,
): Promise<RemovalView> {
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

const CountsSchema: z.ZodType<RemovalCounts> = z.object({
  versions: z.number(),
  answers: z.number(),
  actions: z.number(),
  copies: z.number(),
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
  const { school, role, row } = await loadRemovalPlace(app, actor, place);
  const removal = await findRemoval(app.db.read, { schoolId: school.id, removalId });
  const isOfPlace = removal?.responseId === null || removal?.responseId === row?.id;
  if (removal === undefined || !isOfPlace) throw new AppError("not-found");
  const counts = CountsSchema.parse(JSON.parse(removal.counts));
  const none = { versions: 0, answers: 0, actions: 0, others: 0 };
  return {
    at: removal.removedAt,
    counts: role === "manager" ? { ...counts, ...none } : counts,
    backups: backupsThatHold(app.config.dataDir, removal.removedAt).length,
  };
}
