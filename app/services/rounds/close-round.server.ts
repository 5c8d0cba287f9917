import type { Actor } from "~/domain/policy/actor";
import type { MoveEffect } from "~/domain/response/lifecycle";
import { UNFINISHED_STATES } from "~/domain/response/states";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import {
  receiptGround,
  sendReceipt,
  type ReceiptGround,
} from "~/services/replies/send-receipt.server";
import { askForDocument, newAsking } from "~/services/signing/ask-for-document.server";
import { makeMove } from "~/services/signing/move-response.server";
import { insertAudit } from "~db/queries/audit";
import { findReply } from "~db/queries/replies";
import { enqueue } from "~db/queries/outbox";
import {
  listRoundResponses,
  setRoundClosed,
  type RoundResponseRow,
  type RoundRow,
} from "~db/queries/rounds";
import { findSchool } from "~db/queries/schools";
import {
  listSubmissions,
  moveSubmission,
  supersedeEarlier,
  type SubmissionRow,
} from "~db/queries/submissions";
import type { Writer } from "~db/types";
import { keepAsPrivate } from "./keep-as-private.server";
import { loadManagedRound, placeInRound } from "./load-round.server";

/**
 * Closes a round for every school at once, in one transaction: nothing is answered or signed after it (design.md
 * section 4). A copy that awaits the governor stands without that signature; an amendment in progress becomes a
 * private self-review and the signed copy stands; what nobody signed lapses. Throws `not-found`, `forbidden`, or
 * `conflict` when it is closed already.
 */
export async function closeRound(
  app: App,
  actor: Actor,
  { roundId }: { roundId: string },
): Promise<void> {
  const round = await loadManagedRound(app, actor, { roundId });
  const at = app.clock.now();
  const auditId = app.newId();
  const ground = await receiptGround(app, round.organisationId);
  await app.db.transact(async (tx) => {
    if (!(await setRoundClosed(tx, { roundId, closedAt: at }))) throw new AppError("conflict");
    const rows = await listRoundResponses(tx, { roundId, states: UNFINISHED_STATES });
    for (const row of rows) await closeResponse(tx, { app, actor, round, ground, row, at });
    await insertAudit(tx, {
      id: auditId,
      at,
      actorId: actor.userId,
      event: "round.closed",
      organisationId: round.organisationId,
      subjectKind: "round",
      subjectId: roundId,
      data: { unfinished: rows.length },
    });
    await tellLater(tx, { app, roundId, what: "closed", at });
  });
  app.wakeWorker();
}

type Closing = {
  app: App;
  actor: Actor;
  round: RoundRow;
  ground: ReceiptGround | null;
  row: RoundResponseRow;
  at: Date;
};

async function closeResponse(tx: Writer, closing: Closing): Promise<void> {
  const { app, actor, round, row, at } = closing;
  const copies = await listSubmissions(tx, { schoolId: row.schoolId, responseId: row.id });
  const standing = copies.find(stands);
  const { effects } = await makeMove(tx, {
    actor,
    loaded: placeInRound(round, row),
    event: "close",
    at,
    auditId: app.newId(),
    context: {
      hasStandingCopy: standing !== undefined,
      standingCopyReplied: await isReplied(tx, standing),
    },
  });
  await bringAbout(tx, { ...closing, effects, latest: copies[0] });
}

const stands = ({ state, withdrawnAt }: SubmissionRow) =>
  state === "standing" && withdrawnAt === null;

async function isReplied(tx: Writer, standing: SubmissionRow | undefined): Promise<boolean> {
  if (standing === undefined) return false;
  return (await findReply(tx, { submissionId: standing.id })) !== undefined;
}

type Effects = Closing & { effects: readonly MoveEffect[]; latest: SubmissionRow | undefined };

/** That the governor's signature was not given is printed from the round and the signatures there are. */
async function bringAbout(tx: Writer, { effects, latest, ...closing }: Effects): Promise<void> {
  const { app, round, row, at } = closing;
  if (effects.includes("keep-as-private")) {
    await keepAsPrivate(tx, app, { row, roundSections: round.sections, at });
  }
  if (!effects.includes("seal")) return;
  if (latest === undefined) throw new AppError("conflict", { responseId: row.id });
  const submissionId = latest.id;
  const move = { submissionId, from: "awaiting-governor", to: "standing" } as const;
  if (!(await moveSubmission(tx, move))) throw new AppError("conflict", { submissionId });
  await supersedeEarlier(tx, { responseId: row.id, byId: submissionId });
  await askForDocument(tx, { submissionId, asking: newAsking(app, at) });
  await receive(tx, closing, latest.number);
}

/** What closing submits is received as what the last signature submits. */
async function receive(
  tx: Writer,
  { app, round, ground, row, at }: Closing,
  number: number,
): Promise<void> {
  const found = await findSchool(tx, row.schoolId);
  if (found === undefined) return;
  const { id, urn, name } = found;
  const { questionnaireKey, title } = round;
  const about = { school: { id, urn, name }, responseId: row.id, questionnaireKey, title };
  await sendReceipt(tx, app, { ground, received: { ...about, number, at } });
}

/**
 * Opens a closed round again: what lapsed goes back to where it was; what closing signed or kept stays so. Throws as
 * `closeRound` does, `conflict` when it is open.
 */
export async function reopenRound(
  app: App,
  actor: Actor,
  { roundId }: { roundId: string },
): Promise<void> {
  const round = await loadManagedRound(app, actor, { roundId });
  const at = app.clock.now();
  const auditId = app.newId();
  await app.db.transact(async (tx) => {
    if (!(await setRoundClosed(tx, { roundId, closedAt: null }))) throw new AppError("conflict");
    const rows = await listRoundResponses(tx, { roundId, states: ["lapsed"] });
    for (const row of rows) {
      const loaded = placeInRound(round, row);
      await makeMove(tx, { actor, loaded, event: "reopen", at, auditId: app.newId() });
    }
    await insertAudit(tx, {
      id: auditId,
      at,
      actorId: actor.userId,
      event: "round.reopened",
      organisationId: round.organisationId,
      subjectKind: "round",
      subjectId: roundId,
      data: { lapsed: rows.length },
    });
    await tellLater(tx, { app, roundId, what: "reopened", at });
  });
  app.wakeWorker();
}

type Telling = { app: App; roundId: string; what: "closed" | "reopened"; at: Date };

/** Its schools are written to by the worker, some at a time. */
async function tellLater(tx: Writer, { app, at, ...told }: Telling): Promise<void> {
  const id = app.newId();
  const payload = { ...told, tellingId: id };
  await enqueue(tx, { id, kind: "tell-schools", payload, at });
}
