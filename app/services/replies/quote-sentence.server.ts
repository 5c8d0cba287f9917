import type { Actor } from "~/domain/policy/actor";
import { quotable, withQuote } from "~/domain/reply/quote";
import type { Result } from "~/domain/result";
import { parseSnapshot } from "~/domain/submission/canonical-snapshot";
import { placedItems } from "~/domain/submission/snapshot-digest";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { findSnapshot } from "~db/queries/submissions";
import { keepDraft, type KeptDraft } from "./keep-draft.server";
import { loadAtOrganisation } from "./load-return.server";
import type { ReplyRefusal } from "./reply-views.server";
import type { ReplyInput } from "./send-reply.server";

/** `itemKey`, `index`: a statement and the place of one of its sentences. */
type QuoteInput = ReplyInput & { itemKey: string; index: number };

/**
 * Puts a sentence of the school's at the end of "we noticed" and keeps the draft with it, and with whatever else was
 * typed. Throws `not-found` for a sentence that the copy has not.
 */
export async function quoteSentence(
  app: App,
  actor: Actor,
  { itemKey, index, ...input }: QuoteInput,
): Promise<Result<KeptDraft, ReplyRefusal>> {
  const loaded = await loadAtOrganisation(app, actor, { ...input, action: "reply.read" });
  const text = await findSnapshot(app.db.read, { submissionId: loaded.standing?.id ?? "" });
  if (text === undefined) throw new AppError("not-found");
  const placed = placedItems(parseSnapshot(text)).find(({ item }) => item.key === itemKey);
  const sentence = placed === undefined ? undefined : quotable(placed.item)[index];
  if (sentence === undefined) throw new AppError("not-found");
  const noticed = input.sent.get("noticed") ?? { was: "", now: "" };
  const now = withQuote(noticed.now, { key: itemKey, sentence });
  const sent = new Map([...input.sent, ["noticed", { ...noticed, now }] as const]);
  return keepDraft(app, actor, { ...input, sent });
}
