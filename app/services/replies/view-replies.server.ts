import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { whoSeesReplies } from "~/domain/policy/who-sees";
import type { Waiting } from "~/domain/reply/waiting";
import { isAppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { listOrganisations } from "~db/queries/organisations";
import { listRoundShares } from "~db/queries/rounds";
import { loadAtSchool, type AtSchool, type LoadedReturn } from "./load-return.server";
import { questionViews, type QuestionView } from "./question-views.server";
import { replyViews, type ReplyView } from "./reply-views.server";
import { waitingOf } from "./waiting-of.server";

/** `viewReplies`: what was written about a return, as its school reads it. */
export type RepliesView = {
  urn: string;
  schoolName: string;
  responseId: string;
  title: string;
  organisationName: string;
  questions: QuestionView[];
  /** Newest first. */
  replies: ReplyView[];
  /** Null: answered, nothing signed, or not for this reader. */
  waiting: Waiting | null;
  mayAnswer: boolean;
  seenBy: string[];
};

/** Questions and replies for the school's team and governors. Throws `not-found` outside the person's scope. */
export async function viewReplies(app: App, actor: Actor, where: AtSchool): Promise<RepliesView> {
  const loaded = await loadAtSchool(app, actor, { ...where, action: "reply.read" });
  const { school, row, title, organisation, facts } = loaded;
  const responseId = row.id;
  return {
    urn: school.urn,
    schoolName: school.name,
    responseId,
    title,
    organisationName: organisation.name,
    questions: await questionViews(app, { responseId }),
    replies: await replyViews(app, { responseId }),
    waiting: await waitingOf(app, actor, loaded),
    mayAnswer: can(actor, "question.answer", facts).allowed,
    seenBy: await repliesSeenBy(app, loaded),
  };
}

/** The questions of a self-review, to stand beside its statements; none where it is private or not this person's. */
export async function questionsBeside(
  app: App,
  actor: Actor,
  where: AtSchool,
): Promise<Pick<RepliesView, "questions" | "mayAnswer">> {
  try {
    const { row, facts } = await loadAtSchool(app, actor, { ...where, action: "reply.read" });
    const questions = await questionViews(app, { responseId: row.id });
    return { questions, mayAnswer: can(actor, "question.answer", facts).allowed };
  } catch (thrown) {
    if (isAppError(thrown) && thrown.code === "not-found")
      return { questions: [], mayAnswer: false };
    throw thrown;
  }
}

/** Who reads what is written: the policy's sentences, with the names of organisations the round is shared with. */
export async function repliesSeenBy(
  app: App,
  { school, row, organisation }: LoadedReturn,
): Promise<string[]> {
  const { read } = app.db;
  const shares = row.roundId === null ? [] : await listRoundShares(read, { roundId: row.roundId });
  const shared = await listOrganisations(read, { organisationIds: shares });
  return whoSeesReplies("replies", {
    schoolName: school.name,
    organisation: organisation.name,
    sharedWith: shared.map(({ name }) => name),
  });
}
