import type { Actor } from "~/domain/policy/actor";
import type { ReplyTexts } from "~/domain/reply/reply-boxes";
import { ok, refused, type Result } from "~/domain/result";
import { AppError, isAppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { makeMove } from "~/services/signing/move-response.server";
import { deleteReplyDraft, findReply, findReplyDraft, insertReply } from "~db/queries/replies";
import type { Writer } from "~db/types";
import { takeStanding } from "./ask-question.server";
import { keepDraft, type DraftInput, type KeptDraft } from "./keep-draft.server";
import { loadAtOrganisation, type LoadedReturn } from "./load-return.server";
import { mailReturnStep, repliesPath, schoolLeads, type ReturnReader } from "./mail-return.server";
import { replyView, type ReplyRefusal } from "./reply-views.server";

/** `number`: the signed copy that was read. */
export type ReplyInput = DraftInput & { number: number };

/**
 * Sends the reply to the copy that was read: kept as a draft first, then sent in one step with the move to `replied`
 * (design.md section 4). Whatever came between, the words are in the draft or go back to the page. Throws `not-found`
 * or `forbidden`.
 */
export async function sendReply(
  app: App,
  actor: Actor,
  input: ReplyInput,
): Promise<Result<{ number: number }, ReplyRefusal>> {
  const kept = await keepDraft(app, actor, input);
  if (!kept.ok) return kept;
  if (isUnwritten(kept.value.texts)) return refused(NOTHING_WRITTEN);
  const loaded = await loadAtOrganisation(app, actor, { ...input, action: "reply.read" });
  if (loaded.standing?.number !== input.number) return refused({ code: "moved-on" });
  const { schoolId, questionnaireKey } = loaded.row;
  const to = await schoolLeads(app.db.read, { schoolId, questionnaireKey, today: loaded.today });
  const [id, auditId] = [app.newId(), app.newId()];
  const sending = { app, actor, loaded, kept: kept.value, to, id, auditId, at: app.clock.now() };
  try {
    await app.db.transact((tx) => send(tx, sending));
  } catch (thrown) {
    return whatCameFirst(app, loaded, thrown);
  }
  app.wakeWorker();
  return ok({ number: input.number });
}

const NOTHING_WRITTEN: ReplyRefusal = {
  code: "held",
  problems: [{ field: "noticed", message: "Write in at least one of the three boxes" }],
  clashes: [],
};

/** Nothing is written, or nothing but the lines that "we can offer" begins with. */
function isUnwritten({ noticed, wondered, offered }: ReplyTexts): boolean {
  const isLabel = (line: string) => line.trim() === "" || line.trim().endsWith(":");
  const isBare = noticed.trim() === "" && wondered.trim() === "";
  return isBare && offered.split("\n").every(isLabel);
}

type Sending = {
  app: App;
  actor: Actor;
  loaded: LoadedReturn;
  kept: KeptDraft;
  to: readonly ReturnReader[];
  id: string;
  auditId: string;
  at: Date;
};

async function send(tx: Writer, sending: Sending): Promise<void> {
  const { app, actor, loaded, kept, to, at } = sending;
  const responseId = loaded.row.id;
  const submissionId = await takeStanding(tx, loaded, at);
  const draft = await findReplyDraft(tx, { responseId });
  if (draft?.version !== kept.version) throw new AppError("conflict");
  const data = { submissionId };
  await makeMove(tx, { actor, loaded, event: "reply", at, auditId: sending.auditId, data });
  const { noticed, wondered, offered } = draft;
  const texts = { noticed: noticed.trim(), wondered: wondered.trim(), offered: offered.trim() };
  const row = { id: sending.id, responseId, submissionId, sentBy: actor.userId, sentAt: at };
  if (!(await insertReply(tx, { ...row, ...texts }))) throw new AppError("conflict");
  await deleteReplyDraft(tx, { responseId, version: draft.version });
  const path = repliesPath(loaded);
  await mailReturnStep(tx, app, { loaded, what: "replied", itemKey: null, to, path, at });
}

/** A colleague's reply, or a return that moved on while this was sent. The draft is kept either way. */
async function whatCameFirst(
  app: App,
  { standing }: LoadedReturn,
  thrown: unknown,
): Promise<Result<never, ReplyRefusal>> {
  if (!isAppError(thrown) || thrown.code !== "conflict") throw thrown;
  const theirs = await findReply(app.db.read, { submissionId: standing?.id ?? "" });
  if (theirs === undefined) return refused({ code: "moved-on" });
  return refused({ code: "already-replied", theirs: replyView(theirs) });
}
