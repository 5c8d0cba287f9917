import type { Actor } from "~/domain/policy/actor";
import { wholeCleaner } from "~/domain/personal-data/removal-words";
import {
  readRemovalReason,
  readSearch,
  type ReadSearch,
  type RemovalProblem,
  type TypedReason,
  type TypedSearch,
} from "~/domain/personal-data/removal-request";
import type { RemovalCounts, RemovalReason } from "~/domain/personal-data/removal";
import { ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { insertAudit } from "~db/queries/audit";
import { insertRemoval } from "~db/queries/removals";
import { listVisitsOf } from "~db/queries/removed-records";
import { listResponses } from "~db/queries/responses";
import type { Writer } from "~db/types";
import { applyRemoval, countsOf, isMade } from "./remove-apply.server";
import { cleanElsewhere, type Passing } from "./remove-elsewhere.server";
import { keepRemovalsFile } from "./remove-file.server";
import { findWords, withinOf, type Found, type Search } from "./remove-find.server";
import { isReadByOfficers, loadRemovalPlace, type LoadedPlace } from "./remove-place.server";
import { lettersFor, sendLetters } from "./remove-tell.server";
import type { RemovalPlace } from "./remove-views";

export type RemoveInput = RemovalPlace & TypedSearch & TypedReason;

/**
 * Removes personal details everywhere in the chosen scope, in one transaction: earlier versions, answers, actions,
 * reasons and signed copies, whose PDFs are withdrawn and asked for again (design.md decision 11). Records who, why
 * and how much, never what. Tells the other side where it has a copy. Afterwards the log of the database is emptied
 * and `DATA_DIR/removals.jsonl` written, which a restore replays. Throws `not-found` or `forbidden`.
 */
export async function removeDetails(
  app: App,
  actor: Actor,
  input: RemoveInput,
): Promise<Result<{ removalId: string }, RemovalProblem>> {
  const place = await loadRemovalPlace(app, actor, input);
  const asked = readSearch(input, { scopes: place.scopes, answer: input.answerKey !== null });
  if (!asked.ok) return asked;
  const { clean } = asked.value;
  const why = readRemovalReason(input, clean === wholeCleaner ? null : clean);
  if (!why.ok) return why;
  const search = searchOf(place, input, asked.value);
  const request: Request = { place, search, ...why.value };
  const letters = await lettersFor(app, place);
  const removalId = app.newId();
  const removing = { app, removalId, removedBy: actor.userId, at: app.clock.now() };
  const done = await app.db.transact(async (tx) => {
    const found = await findWords(tx, search);
    if (!isKnown(found, place)) return false;
    await record(tx, removing, { request, found });
    await applyRemoval(tx, removing, found);
    const visits = await listVisitsOf(tx, withinOf({ ...search, scope: "school" }));
    const visitIds = visits.map(({ id }) => id);
    const responses = await listResponses(tx, { schoolId: search.schoolId });
    const responseIds = responses.map(({ id }) => id);
    await cleanElsewhere(tx, { ...passingOf(search, place), visitIds, responseIds });
    await sendLetters(tx, { letters, found, app, place, at: removing.at });
    return true;
  });
  if (!done) return refused({ code: "nothing-found" });
  if (!(await app.db.clearLog())) app.log.warn({ removalId }, "the database's log was in use");
  await writeDown(app, { removalId, search });
  app.wakeWorker();
  return ok({ removalId });
}

/** The removal stands already: where the file cannot be written now, the next start writes it. */
async function writeDown(
  app: App,
  { removalId, search }: { removalId: string; search: Search },
): Promise<void> {
  try {
    await keepRemovalsFile(app, search);
  } catch {
    // Without the error: it may quote a line of the file.
    app.log.error({ removalId }, "removals.jsonl could not be written; the next start tries again");
  }
}

type Request = { place: LoadedPlace; search: Search; reason: RemovalReason; note: string };

/** Where to look, from what was chosen. */
export function searchOf(place: LoadedPlace, at: RemovalPlace, read: ReadSearch): Search {
  return {
    schoolId: place.school.id,
    responseId: place.row?.id ?? null,
    visitId: place.visit?.row.id ?? null,
    scope: read.scope,
    answerKey: at.answerKey,
    actionId: at.actionId,
    clean: read.clean,
    cleanVersion: read.cleanVersion,
  };
}

/** Words are looked for in everything kept of the school; a whole answer only where that answer stands. */
function passingOf(
  search: Search,
  { school, row }: LoadedPlace,
): Omit<Passing, "visitIds" | "responseIds"> {
  const { clean, answerKey } = search;
  const isWhole = clean === wholeCleaner && answerKey !== null && row !== null;
  const answer = isWhole ? { responseId: row.id, key: answerKey } : null;
  return { schoolId: school.id, urn: school.urn, clean, answer };
}

/**
 * Whether anything was found that this person may know of. A manager knows of copies that officers read: were
 * drafts told of too, asking for words would read them. At a visit words go whether they are told of or not: its
 * notes and views are nobody's to look into who may remove from them.
 */
export function isKnown(found: Found, { role, visit }: LoadedPlace): boolean {
  if (visit !== null) return true;
  if (role === "manager") return found.copies.some((one) => isReadByOfficers(one.copy));
  return (
    found.copies.length > 0 ||
    found.answers.length > 0 ||
    found.records.length > 0 ||
    found.rows.some(({ shown }) => shown)
  );
}

type Removing = Parameters<typeof applyRemoval>[1];

async function record(
  tx: Writer,
  { app, removalId, removedBy, at }: Removing,
  { request, found }: { request: Request; found: Found },
): Promise<void> {
  const { place, search, reason, note } = request;
  const { school, role } = place;
  const counts = countsOf(found, found.copies.filter(isMade).length);
  await insertRemoval(tx, {
    id: removalId,
    schoolId: school.id,
    ...subjectsOf(request),
    scope: search.scope,
    reason,
    note,
    removedBy,
    role,
    removedAt: at,
    counts: JSON.stringify(counts),
  });
  await insertAudit(tx, {
    id: app.newId(),
    at,
    actorId: removedBy,
    event: "details.removed",
    schoolId: school.id,
    ...aboutOf(request, found),
    data: { removalId, reason, scope: search.scope, ...recordedCounts(search, counts) },
  });
}

/** An organisation reads entries of visits and signed self-reviews, and may not learn from them what stood in a record. */
function recordedCounts({ scope }: Search, { records, ...counts }: RemovalCounts) {
  if (scope === "visit") return {};
  return scope === "school" ? { ...counts, records } : counts;
}

function subjectsOf({ place, search }: Request) {
  const isSchool = search.scope === "school";
  return {
    responseId: isSchool ? null : (place.row?.id ?? null),
    visitId: isSchool ? null : search.visitId,
  };
}

function aboutOf(request: Request, found: Found) {
  const { row, visit, school } = request.place;
  const { responseId, visitId } = subjectsOf(request);
  if (visitId !== null) {
    const organisationId = visit?.row.organisationId ?? null;
    return { organisationId, subjectKind: "visit", subjectId: visitId } as const;
  }
  if (responseId === null) {
    return { organisationId: null, subjectKind: "school", subjectId: school.id } as const;
  }
  const organisationId = found.copies.length > 0 ? (row?.roundOrganisationId ?? null) : null;
  return { organisationId, subjectKind: "response", subjectId: responseId } as const;
}
