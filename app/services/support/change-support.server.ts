import type { Actor } from "~/domain/policy/actor";
import { ok, refused, type Result } from "~/domain/result";
import { judgeSupport } from "~/domain/support/judge-support";
import type { SupportProblem, TypedSupport } from "~/domain/support/typed-support";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { insertAudit } from "~db/queries/audit";
import {
  findSupport,
  insertSupport,
  updateSupport,
  type SupportRow,
  type SupportSet,
} from "~db/queries/support";
import type { Writer } from "~db/types";
import { deskFacts, loadDesk, type Desk } from "./load-desk.server";
import { columnsChanged, columnsOf, typedOf } from "./support-columns";

/** `conflict`: somebody else was first; what stands now, to be shown beside what was typed. */
export type SupportRefusal =
  | { kind: "problems"; problems: SupportProblem[] }
  | { kind: "conflict"; stands: TypedSupport; version: number };

/** Adds an entry of help to a questionnaire of the organisation. Throws `not-found`. */
export async function addSupport(
  app: App,
  actor: Actor,
  { key, typed }: { key: string; typed: TypedSupport },
): Promise<Result<{ id: string }, SupportRefusal>> {
  const desk = await loadDesk(app, actor, { key, action: "support.edit" });
  const judged = judgeSupport(typed, await deskFacts(app, desk));
  if (!judged.ok) return refused({ kind: "problems", problems: judged.problem });
  const id = app.newId();
  const set = columnsOf(judged.value, { agreedOn: desk.today });
  await app.db.transact(async (tx) => {
    await insertSupport(tx, { id, ...set, createdAt: app.clock.now() });
    await note(tx, app, { actor, desk, entryId: id, event: "support.added" });
  });
  return ok({ id });
}

export type At = { key: string; entryId: string };
export type LoadedSupport = { desk: Desk; row: SupportRow };

/** An entry the person may keep. Throws `not-found` for another organisation's, or another questionnaire's. */
export async function loadSupport(
  app: App,
  actor: Actor,
  { key, entryId }: At,
): Promise<LoadedSupport> {
  const desk = await loadDesk(app, actor, { key, action: "support.edit" });
  const organisationId = desk.organisation.id;
  const row = await findSupport(app.db.read, { organisationId, entryId });
  const isTheirs = desk.owned.some(({ id }) => id === row?.questionnaireId);
  if (row === undefined || !isTheirs) throw new AppError("not-found");
  return { desk, row };
}

/** Changes an entry from the version it was read at; what it said before is kept. Saying the same writes nothing. */
export async function changeSupport(
  app: App,
  actor: Actor,
  { typed, version, ...at }: At & { typed: TypedSupport; version: number },
): Promise<Result<null, SupportRefusal>> {
  const { desk, row } = await loadSupport(app, actor, at);
  const own = { ...typed, questionnaire: row.questionnaireKey, kind: row.kind };
  const judged = judgeSupport(own, await deskFacts(app, desk));
  if (!judged.ok) return refused({ kind: "problems", problems: judged.problem });
  const set = columnsOf(judged.value, { agreedOn: row.agreedOn ?? desk.today });
  if (row.version !== version) return conflict(row);
  if (columnsChanged(row, set).length === 0) return ok(null);
  if (await write(app, { actor, desk, row, set, event: "support.changed" })) return ok(null);
  return conflict((await loadSupport(app, actor, at)).row);
}

const conflict = (row: SupportRow) =>
  refused({ kind: "conflict" as const, stands: typedOf(row), version: row.version });

/** Takes an entry off, or brings it back. Throws `conflict` where somebody was quicker. */
export async function retireSupport(
  app: App,
  actor: Actor,
  { retire, ...at }: At & { retire: boolean },
): Promise<void> {
  const { desk, row } = await loadSupport(app, actor, at);
  const set = { retiredAt: retire ? app.clock.now() : null };
  const event = retire ? "support.retired" : "support.brought-back";
  if (!(await write(app, { actor, desk, row, set, event }))) throw new AppError("conflict");
}

type Writing = { actor: Actor; desk: Desk; row: SupportRow; set: SupportSet; event: string };

async function write(app: App, { actor, desk, row, set, event }: Writing): Promise<boolean> {
  return app.db.transact(async (tx) => {
    const change = { historyId: app.newId(), changedBy: actor.userId, at: app.clock.now() };
    if (!(await updateSupport(tx, { before: row, set, ...change }))) return false;
    await note(tx, app, { actor, desk, entryId: row.id, event });
    return true;
  });
}

type Noted = { actor: Actor; desk: Pick<Desk, "organisation">; entryId: string; event: string };

async function note(tx: Writer, app: App, { actor, desk, entryId, event }: Noted) {
  await insertAudit(tx, {
    id: app.newId(),
    at: app.clock.now(),
    actorId: actor.userId,
    event,
    organisationId: desk.organisation.id,
    subjectKind: "support",
    subjectId: entryId,
  });
}
