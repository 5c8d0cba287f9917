import type { Clash } from "~/domain/visit/three-way";
import type { WordsProblem } from "~/domain/reply/check-words";
import type { ReplyTexts } from "~/domain/reply/reply-boxes";
import type { App } from "~/platform/app.server";
import { listReplies, type ReplyRow } from "~db/queries/replies";

/** A reply as it was sent. */
export type ReplyView = ReplyTexts & {
  id: string;
  /** Of the signed copy it answers. */
  number: number;
  by: string;
  at: Date;
};

/** Why a draft was not kept whole, or a reply not sent. Nothing of it is lost: what was typed goes back to the page. */
export type ReplyRefusal =
  | { code: "held"; problems: WordsProblem[]; clashes: Clash[] }
  /** A colleague sent one first. */
  | { code: "already-replied"; theirs: ReplyView }
  /** The draft is kept; what it answers, or the draft itself, has changed meanwhile. */
  | { code: "moved-on" };

export const replyView = (row: ReplyRow): ReplyView => {
  const { id, number, noticed, wondered, offered, sentByName: by, sentAt: at } = row;
  return { id, number, noticed, wondered, offered, by, at };
};

/** Every reply to a return, newest first. The caller has asked the policy. */
export async function replyViews(
  app: App,
  { responseId }: { responseId: string },
): Promise<ReplyView[]> {
  const rows = await listReplies(app.db.read, { responseIds: [responseId] });
  return rows.map(replyView);
}
