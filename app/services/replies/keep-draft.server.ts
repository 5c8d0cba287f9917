import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { Denial } from "~/domain/policy/verdict";
import { checkWords, type WordsProblem } from "~/domain/reply/check-words";
import { EMPTY_REPLY, REPLY_BOXES, REPLY_MAX, type ReplyTexts } from "~/domain/reply/reply-boxes";
import { ok, refused, type Result } from "~/domain/result";
import { mergeSent, type Clash, type Sent } from "~/domain/visit/three-way";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import { tryAgain } from "~/services/visits/try-again.server";
import { findReply, findReplyDraft, insertReplyDraft, updateReplyDraft } from "~db/queries/replies";
import type { Writer } from "~db/types";
import { loadAtOrganisation, type AtOrganisation, type LoadedReturn } from "./load-return.server";
import { replyView, type ReplyRefusal } from "./reply-views.server";

export type DraftInput = AtOrganisation & {
  /** By the boxes of `REPLY_BOXES`: as they were when the page was made, and as they are. */
  sent: ReadonlyMap<string, Sent>;
  namesConfirmed: boolean;
};

/** A draft as it is kept now. */
export type KeptDraft = { texts: ReplyTexts; version: number };

/**
 * Keeps the reply that is being written, box by box, so that two officers lose nothing: a box that both changed is
 * told with both texts, one that holds what must be looked at first is not kept. Throws `not-found` or `forbidden`.
 */
export async function keepDraft(
  app: App,
  actor: Actor,
  input: DraftInput,
): Promise<Result<KeptDraft, ReplyRefusal>> {
  const loaded = await loadForReply(app, actor, input);
  const problems = problemsIn(input);
  const held = new Set(problems.map(({ field }) => field));
  const sent = new Map([...input.sent].filter(([box]) => !held.has(box)));
  const at = app.clock.now();
  return tryAgain(() =>
    app.db.transact(async (tx) => {
      const theirs = await findReply(tx, { submissionId: loaded.standing?.id ?? "" });
      if (theirs !== undefined)
        return refused({ code: "already-replied", theirs: replyView(theirs) });
      const { kept, clashes } = await merge(tx, { loaded, sent, at, by: actor.userId });
      const isHeld = problems.length > 0 || clashes.length > 0;
      return isHeld ? refused({ code: "held", problems, clashes }) : ok(kept);
    }),
  );
}

/**
 * A copy that has its reply by now is no error of the policy's: the writer gets both texts. Nor is one that the school
 * began to amend meanwhile: the draft waits for the copy it signs next.
 */
async function loadForReply(app: App, actor: Actor, input: DraftInput): Promise<LoadedReturn> {
  const loaded = await loadAtOrganisation(app, actor, { ...input, action: "reply.read" });
  const verdict = can(actor, "reply.write", loaded.facts);
  if (!verdict.allowed && !MEANWHILE.includes(verdict.reason)) stopUnless(verdict);
  return loaded;
}

const MEANWHILE: readonly Denial[] = ["already-replied", "being-amended"];

function problemsIn({ sent, namesConfirmed }: DraftInput): WordsProblem[] {
  return REPLY_BOXES.flatMap((field) => {
    const { was = "", now = "" } = sent.get(field) ?? {};
    if (now === was) return [];
    return checkWords(now, { field, limit: REPLY_MAX, before: was, namesConfirmed });
  });
}

type Merging = {
  loaded: LoadedReturn;
  sent: ReadonlyMap<string, Sent>;
  at: Date;
  by: string;
};

async function merge(
  tx: Writer,
  { loaded, sent, at, by }: Merging,
): Promise<{ kept: KeptDraft; clashes: Clash[] }> {
  const responseId = loaded.row.id;
  const draft = await findReplyDraft(tx, { responseId });
  const stands = draft ?? beginning(sent);
  const { noticed, wondered, offered } = stands;
  const { write, clashes } = mergeSent({ noticed, wondered, offered }, sent);
  const texts = { noticed, wondered, offered, ...write };
  const isSame = draft !== undefined && Object.keys(write).length === 0;
  if (isSame) return { kept: { texts, version: draft.version }, clashes };
  const kept = { ...texts, responseId, updatedBy: by, updatedAt: at };
  const done =
    draft === undefined
      ? await insertReplyDraft(tx, kept)
      : await updateReplyDraft(tx, { ...kept, version: draft.version });
  if (!done) throw new AppError("conflict");
  return { kept: { texts, version: (draft?.version ?? 0) + 1 }, clashes };
}

/** Where nobody has begun, what the page began with. */
function beginning(sent: ReadonlyMap<string, Sent>): ReplyTexts {
  const begun = REPLY_BOXES.map((box) => [box, sent.get(box)?.was ?? ""] as const);
  return { ...EMPTY_REPLY, ...Object.fromEntries(begun) };
}
