import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { offerBegins } from "~/domain/reply/offer";
import { EMPTY_REPLY, type ReplyTexts } from "~/domain/reply/reply-boxes";
import type { Waiting } from "~/domain/reply/waiting";
import type { Snapshot } from "~/domain/submission/snapshot";
import { helpWanted } from "~/domain/submission/snapshot-digest";
import { offerLines } from "~/domain/support/support-words";
import type { App } from "~/platform/app.server";
import { supportForStatements } from "~/services/support/support-for-statements.server";
import { findReplyDraft, listReturnReaders, noteReader } from "~db/queries/replies";
import { loadAtOrganisation, type AtOrganisation, type LoadedReturn } from "./load-return.server";
import { moderatedView, type ModeratedView } from "./moderated-view.server";
import { questionViews, type QuestionView } from "./question-views.server";
import { replyViews, type ReplyView } from "./reply-views.server";
import { repliesSeenBy } from "./view-replies.server";
import { waitingOf } from "./waiting-of.server";

/** A reply being written: the boxes as they stand, and who wrote in them last. */
export type WritingView = {
  stands: ReplyTexts;
  /** 0: nothing is kept yet. */
  version: number;
  last: { by: string; at: Date } | null;
};

/** What stands around a return for those who read and reply. */
export type ReadFirstView = {
  organisationName: string;
  questions: QuestionView[];
  /** Newest first. */
  replies: ReplyView[];
  waiting: Waiting | null;
  moderated: ModeratedView | null;
  /** Officers who opened this copy, last first. */
  readers: { name: string; firstAt: Date; isYou: boolean }[];
  mayAsk: boolean;
  /** Null where this person does not reply, or not now: `whyNot` says which. */
  writing: WritingView | null;
  whyNot: "already-replied" | "being-amended" | "not-yours" | null;
  repliesSeenBy: string[];
};

/** An opening is noted anew after so long. */
const ANEW_MS = 15 * 60_000;

/** Loads what to read first and what is written about a return, and notes who opened it. */
export async function readFirst(
  app: App,
  actor: Actor,
  { snapshot, ...where }: AtOrganisation & { snapshot: Snapshot },
): Promise<ReadFirstView> {
  const loaded = await loadAtOrganisation(app, actor, { ...where, action: "reply.read" });
  const responseId = loaded.row.id;
  const verdict = can(actor, "reply.write", loaded.facts);
  await noteOpening(app, actor, loaded);
  return {
    organisationName: loaded.organisation.name,
    questions: await questionViews(app, { responseId }),
    replies: await replyViews(app, { responseId }),
    waiting: await waitingOf(app, actor, loaded),
    moderated: await moderatedView(app, actor, loaded),
    readers: await readersOf(app, actor, loaded),
    mayAsk: can(actor, "question.ask", loaded.facts).allowed,
    writing: verdict.allowed ? await writingOf(app, { loaded, snapshot }) : null,
    whyNot: verdict.allowed ? null : reasonOf(verdict.reason),
    repliesSeenBy: await repliesSeenBy(app, loaded),
  };
}

function reasonOf(reason: string): ReadFirstView["whyNot"] {
  return reason === "already-replied" || reason === "being-amended" ? reason : "not-yours";
}

async function noteOpening(app: App, actor: Actor, { standing, facts }: LoadedReturn) {
  if (standing === null || !can(actor, "question.ask", facts).allowed) return;
  const at = app.clock.now();
  const before = new Date(at.getTime() - ANEW_MS);
  const submissionId = standing.id;
  const known = await listReturnReaders(app.db.read, { submissionIds: [submissionId] });
  const mine = known.find(({ userId }) => userId === actor.userId);
  if (mine !== undefined && mine.lastAt >= before) return;
  const { userId } = actor;
  await app.db.transact((tx) => noteReader(tx, { submissionId, userId, at, before }));
}

async function readersOf(app: App, actor: Actor, { standing, facts }: LoadedReturn) {
  if (standing === null || !can(actor, "question.ask", facts).allowed) return [];
  const rows = await listReturnReaders(app.db.read, { submissionIds: [standing.id] });
  return rows.map(({ userId, name, firstAt }) => {
    return { name, firstAt, isYou: userId === actor.userId };
  });
}

type Beginning = { loaded: LoadedReturn; snapshot: Snapshot };

/** The draft; where nobody has begun, "we can offer" begins with what the school asked for. */
async function writingOf(app: App, { loaded, snapshot }: Beginning): Promise<WritingView> {
  const draft = await findReplyDraft(app.db.read, { responseId: loaded.row.id });
  if (draft !== undefined) {
    const { noticed, wondered, offered, version, updatedByName: by, updatedAt: at } = draft;
    return { stands: { noticed, wondered, offered }, version, last: { by, at } };
  }
  const offered = await offersFor(app, { loaded, snapshot });
  return { stands: { ...EMPTY_REPLY, offered }, version: 0, last: null };
}

async function offersFor(app: App, { loaded, snapshot }: Beginning): Promise<string> {
  const wanted = helpWanted(snapshot);
  const itemKeys = wanted.map(({ item }) => item.key);
  const { questionnaireId } = loaded.row;
  const { district } = loaded.school;
  const { today } = loaded;
  const found = await supportForStatements(app, { questionnaireId, itemKeys, today, district });
  const offers = itemKeys.flatMap((itemKey) => {
    const [first] = found.filter((entry) => entry.itemKeys.includes(itemKey));
    return first === undefined ? [] : offerLines([first]).map((text) => ({ itemKey, text }));
  });
  return offerBegins(wanted, offers);
}
