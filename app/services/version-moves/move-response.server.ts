import type { Actor } from "~/domain/policy/actor";
import { changedKeys, planMove, undoWrites, writesOf } from "~/domain/response/move-version";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { loadResponse, type Loaded } from "~/services/answering/load-response.server";
import { publishedDefinition } from "~/services/answering/published-definition.server";
import { insertAudit } from "~db/queries/audit";
import {
  changeVersion,
  insertMove,
  listBeforeMove,
  listLeftByMove,
  undoMove,
} from "~db/queries/version-moves";
import type { Writer } from "~db/types";
import {
  answerKeys,
  askedBy,
  offeredMove,
  savesSoFar,
  standingOf,
  undoableMove,
  wasSigned,
} from "./load-move.server";
import { openAnswers, type OpenAnswers } from "./write-moved.server";

type Where = { urn: string; responseId: string };

/**
 * Moves a running self-review to the version its round offers: answers are kept, carried, or left to be read or given
 * again as the author's rules say, all of it in one transaction with a note of where each answer stood. `to`: the
 * number of the version that was on screen. Throws `conflict` where another is offered by now or somebody moved it
 * first, `not-found` or `forbidden`.
 */
export async function moveToOffered(
  app: App,
  actor: Actor,
  { to, ...where }: Where & { to: number },
): Promise<void> {
  const loaded = await loadResponse(app, actor, { ...where, action: "response.move-version" });
  const offered = await offeredMove(app, loaded);
  if (offered?.offer.number !== to) throw new AppError("conflict");
  const { definition: old, row } = loaded;
  const asked = askedBy({ old, now: offered.now });
  const at = app.clock.now();
  const versions = { fromVersionId: row.versionId, toVersionId: offered.offer.versionId };
  await app.db.transact(async (tx) => {
    const answers = await openAnswers(tx, app, { actor, loaded, at });
    await change(tx, loaded, { ...versions, at });
    const standing = standingOf(answers.rows);
    const writes = writesOf(planMove(standing, asked), standing);
    await answers.write(writes, changedKeys(asked));
    const move = { ...versions, responseId: row.id, movedBy: actor.userId, movedAt: at };
    await insertMove(tx, { move: { id: app.newId(), ...move }, stood: stoodAt(answers) });
    await note(tx, app, { actor, loaded, event: "response.version-moved", number: to });
  });
}

/**
 * Takes a self-review back to the version it was on before its move, with every answer as it stood then. What was
 * answered since stays in the earlier versions of each answer. `seen`: how many saves there were on the page that said
 * what goes back. Throws `conflict` when somebody saved since, once something was signed, or when somebody else took it
 * back first; `not-found` or `forbidden`.
 */
export async function undoVersionMove(
  app: App,
  actor: Actor,
  { seen, ...where }: Where & { seen: number },
): Promise<void> {
  const loaded = await loadResponse(app, actor, { ...where, action: "response.move-version" });
  const move = await undoableMove(app, loaded);
  if (move === null || move.toVersionId !== loaded.row.versionId) throw new AppError("conflict");
  const old = await publishedDefinition(app, {
    ...{ versionId: move.fromVersionId, sha256: move.fromSha256 },
  });
  const changed = changedKeys(askedBy({ old, now: loaded.definition }));
  const at = app.clock.now();
  const versions = { fromVersionId: move.toVersionId, toVersionId: move.fromVersionId };
  await app.db.transact(async (tx) => {
    const answers = await openAnswers(tx, app, { actor, loaded, at });
    if (savesSoFar(answers.rows) !== seen) throw new AppError("conflict");
    const isUndone = await undoMove(tx, { moveId: move.id, by: actor.userId, at });
    if (!isUndone) throw new AppError("conflict");
    await change(tx, loaded, { ...versions, at });
    const before = await listBeforeMove(tx, { moveId: move.id, responseId: loaded.row.id });
    const both = { before: standingOf(before), now: standingOf(answers.rows) };
    const ofMove = await leftByMove(tx, { moveId: move.id, rows: answers.rows });
    const keys = [...new Set([...answerKeys(old), ...ofMove])];
    await answers.write(undoWrites(both, keys), changed);
    const number = move.fromNumber;
    await note(tx, app, { actor, loaded, event: "response.version-move-undone", number });
  });
}

type Change = { fromVersionId: string; toVersionId: string; at: Date };

async function change(tx: Writer, { row }: Loaded, versions: Change): Promise<void> {
  const { fromVersionId: from, toVersionId: to, at } = versions;
  const isChanged = await changeVersion(tx, { responseId: row.id, from, to, at });
  if (!isChanged || (await wasSigned(tx, row))) throw new AppError("conflict");
}

/** Where each answer stood before the move and stands after it. */
function stoodAt({ rows, written }: OpenAnswers) {
  const before = new Map(rows.map(({ key, revision }) => [key, revision]));
  return [...new Set([...before.keys(), ...written.keys()])].map((key) => {
    const revision = before.get(key) ?? 0;
    return { key, revision, revisionAfter: written.get(key) ?? revision };
  });
}

/** Keys that are just as the move left them: what it put there itself goes with it. */
async function leftByMove(
  tx: Writer,
  { moveId, rows }: { moveId: string; rows: OpenAnswers["rows"] },
): Promise<string[]> {
  const now = new Map(rows.map(({ key, revision }) => [key, revision]));
  const left = await listLeftByMove(tx, { moveId });
  return left
    .filter(({ key, revisionAfter }) => now.get(key) === revisionAfter)
    .map(({ key }) => key);
}

type Noted = { actor: Actor; loaded: Loaded; event: string; number: number };

async function note(tx: Writer, app: App, { actor, loaded, event, number }: Noted): Promise<void> {
  await insertAudit(tx, {
    ...{ id: app.newId(), at: app.clock.now(), actorId: actor.userId, event },
    ...{ schoolId: loaded.row.schoolId, subjectKind: "response", subjectId: loaded.row.id },
    data: { number },
  });
}
