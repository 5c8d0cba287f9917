import type { Actor } from "~/domain/policy/actor";
import {
  judgeEntry,
  readAssuredOn,
  type Entry,
  type TypedEntry,
} from "~/domain/reviewer/register-entry";
import { ok, refused, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { endRoles } from "~/services/people/end-roles.server";
import { insertAudit, type AuditData } from "~db/queries/audit";
import { listPlaceGrants } from "~db/queries/grants";
import {
  findReviewer,
  insertReviewer,
  updateReviewer,
  type ReviewerRow,
} from "~db/queries/reviewers";
import { findSchoolByUrn } from "~db/queries/schools";
import type { Writer } from "~db/types";
import { loadOrganisation } from "~/services/returns/load-organisation.server";
import { loadReviewer, REGISTER_ACTION, visitsAsked } from "./load-reviewer.server";
import { storedTexts } from "./stored-lists";
import { typedOf } from "./typed-entry";
import { entryForm, viewNewReviewer } from "./view-register.server";
import type { EntryFormView, EntryRefusal } from "./views";

type Adding = { key: string; userId: string; typed: TypedEntry };

/** Puts somebody who has the role into the register. Throws `not-found` or `forbidden`. */
export async function addReviewer(
  app: App,
  actor: Actor,
  { key, userId, typed }: Adding,
): Promise<Result<{ id: string }, EntryRefusal>> {
  const form = await viewNewReviewer(app, actor, key);
  const action = REGISTER_ACTION;
  const { organisation, today } = await loadOrganisation(app, actor, { key, action });
  const judged = await judge(app, typed, { form, today, taken: 0, heldUntil: null });
  const isPerson = form.people.some(({ value }) => value === userId);
  const person = isPerson ? [] : [{ field: "person" as const, message: "Choose a person" }];
  if (!judged.ok || person.length > 0) {
    const problems = [...person, ...(judged.ok ? [] : judged.problem)];
    return refused({ kind: "problems", problems });
  }
  const id = app.newId();
  const at = app.clock.now();
  const organisationId = organisation.id;
  await app.db.transact(async (tx) => {
    const row = { id, organisationId, userId, ...columnsOf(judged.value) };
    const done = await insertReviewer(tx, { ...row, version: 1, createdAt: at });
    if (!done) throw new AppError("conflict");
    await record(tx, app, { actor, row: { id, organisationId }, event: "reviewer.added" });
  });
  return ok({ id });
}

type Judging = {
  form: EntryFormView;
  today: string;
  taken: number;
  heldUntil: string | null;
};

async function judge(app: App, typed: TypedEntry, { form, today, taken, heldUntil }: Judging) {
  const urn = typed.homeUrn.trim();
  const home = urn === "" ? undefined : await findSchoolByUrn(app.db.read, urn);
  return judgeEntry(typed, {
    today,
    taken,
    heldUntil,
    questionnaireKeys: form.questionnaires.map(({ value }) => value),
    districts: form.districts,
    home: home ?? null,
  });
}

/** Lists are stored as JSON text. */
function columnsOf({ phases, questionnaireKeys, districts, ...entry }: Entry) {
  return {
    ...entry,
    phases: JSON.stringify(phases),
    questionnaireKeys: JSON.stringify(questionnaireKeys),
    districts: JSON.stringify(districts),
  };
}

type At = { key: string; reviewerId: string };

/**
 * Changes an entry from the version it was read at. Saying the same again writes nothing; the record says which
 * fields, never what stands in them. `conflict` where somebody else was first.
 */
export async function changeReviewer(
  app: App,
  actor: Actor,
  { typed, version, ...at }: At & { typed: TypedEntry; version: number },
): Promise<Result<null, EntryRefusal>> {
  const { row, organisation, today } = await loadReviewer(app, actor, at);
  const kept = storedTexts(row.districts);
  const form = await entryForm(app, { organisationId: organisation.id, kept });
  const { taken } = await visitsAsked(app, { row, today });
  const heldUntil = row.accreditedUntil;
  const judged = await judge(app, typed, { form, today, taken, heldUntil });
  if (!judged.ok) return refused({ kind: "problems", problems: judged.problem });
  const set = columnsOf(judged.value);
  const fields = fieldsChanged(row, set);
  const isDone = await app.db.transact(async (tx) => {
    if (row.version !== version) return false;
    if (fields.length === 0) return true;
    if (!(await updateReviewer(tx, { reviewerId: row.id, version, set }))) return false;
    const data = { fields: fields.join(" ") };
    await record(tx, app, { actor, row, event: "reviewer.changed", data });
    return true;
  });
  if (isDone) return ok(null);
  const now = await findReviewer(app.db.read, { reviewerId: row.id });
  if (now === undefined) throw new AppError("not-found");
  return refused({ kind: "conflict", stands: typedOf(now), version: now.version });
}

function fieldsChanged(row: ReviewerRow, set: ReturnType<typeof columnsOf>): string[] {
  const was: Record<string, unknown> = row;
  return Object.entries(set)
    .filter(([field, value]) => was[field] !== value)
    .map(([field]) => field);
}

/** Notes that the organisation saw identity and DBS check on a day. What they hold is kept nowhere. */
export async function noteAssurance(
  app: App,
  actor: Actor,
  { seenOn, ...at }: At & { seenOn: string },
): Promise<Result<null, string>> {
  const { row, today } = await loadReviewer(app, actor, at);
  const day = readAssuredOn(seenOn, today);
  if (!day.ok) return day;
  await app.db.transact(async (tx) => {
    const set = { assuredOn: day.value, assuredBy: actor.userId };
    const { id: reviewerId, version } = row;
    if (!(await updateReviewer(tx, { reviewerId, version, set }))) throw new AppError("conflict");
    const data = { on: day.value };
    await record(tx, app, { actor, row, event: "reviewer.assured", data });
  });
  return ok(null);
}

/** Ends the role at once. The entry stays, for the visits they made and for who asks what is held about them. */
export async function endReviewer(app: App, actor: Actor, at: At): Promise<void> {
  const { row, organisation, today } = await loadReviewer(app, actor, at);
  const place = { organisationId: organisation.id };
  await app.db.transact(async (tx) => {
    const held = await listPlaceGrants(tx, { today, ...place });
    const ending = held.filter((one) => one.userId === row.userId && one.role === "reviewer");
    if (ending.length === 0) throw new AppError("conflict");
    const roles = { place, keeper: "manager", today, held, ending } as const;
    const ended = await endRoles(tx, app, { actor, ...roles });
    if (!ended.ok) throw new AppError("conflict");
    await record(tx, app, { actor, row, event: "reviewer.ended" });
  });
}

type Recorded = {
  actor: Actor;
  row: Pick<ReviewerRow, "id" | "organisationId">;
  event: string;
  data?: AuditData;
};

export async function record(tx: Writer, app: App, { actor, row, event, data = {} }: Recorded) {
  await insertAudit(tx, {
    id: app.newId(),
    at: app.clock.now(),
    actorId: actor.userId,
    event,
    organisationId: row.organisationId,
    subjectKind: "reviewer",
    subjectId: row.id,
    data,
  });
}
