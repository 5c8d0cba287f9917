import { londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { waitingSince, type Waiting } from "~/domain/reply/waiting";
import type { App } from "~/platform/app.server";
import { receiptGround, type ReceiptGround } from "~/services/replies/send-receipt.server";
import { listQuestions } from "~db/queries/questions";
import { listReplies } from "~db/queries/replies";
import { listLastSignatures } from "~db/queries/to-read";
import type { OnHome } from "./home-responses.server";
import type { RepliedView, WaitingView } from "./views";

/** What was written about the school's returns, as home shows it to one person. */
export type ReturnWords = {
  /** Questions that wait for an answer. */
  questions: WaitingView[];
  /** Replies of the last weeks, newest first. */
  replied: RepliedView[];
  /** How long each signed return has waited, by its response. */
  waiting: ReadonlyMap<string, Waiting>;
};

/** A reply stands on home for so long; on its own page it stands for good. */
const SHOWN_MS = 60 * 24 * 60 * 60_000;

/** A copy of a response that stands, as home has read it. */
type Copy = { id: string; responseId: string; signedAt: Date };

/** Reads questions, replies and waiting times for the responses on home. */
export async function returnWords(
  app: App,
  actor: Actor,
  { responses, copies }: { responses: readonly OnHome[]; copies: readonly Copy[] },
): Promise<ReturnWords> {
  const inRound = responses.filter(({ isPrivate }) => !isPrivate);
  const may = (action: "reply.read" | "question.answer" | "reply.see-waiting") =>
    inRound.filter((one) => can(actor, action, factsOf(one)).allowed);
  const grounds = await groundsOf(app, inRound);
  return {
    questions: await openQuestions(app, may("question.answer"), grounds),
    replied: await lately(app, may("reply.read"), grounds),
    waiting: await waitingTimes(app, { ones: may("reply.see-waiting"), copies, grounds }),
  };
}

function factsOf({ loaded: { facts }, state }: OnHome) {
  const { today, schoolId, questionnaireKey, round } = facts;
  return { today, schoolId, questionnaireKey, round, responseState: state, standing: true };
}

type Grounds = ReadonlyMap<string, ReceiptGround>;
const runs = ({ loaded }: OnHome): string => loaded.row.roundOrganisationId ?? "";

async function groundsOf(app: App, ones: readonly OnHome[]): Promise<Grounds> {
  const grounds = new Map<string, ReceiptGround>();
  for (const id of new Set(ones.map(runs))) {
    const ground = await receiptGround(app, id);
    if (ground !== null) grounds.set(id, ground);
  }
  return grounds;
}

const nameOf = (grounds: Grounds, one: OnHome | undefined): string =>
  one === undefined ? "" : (grounds.get(runs(one))?.organisationName ?? "");

async function openQuestions(
  app: App,
  ones: readonly OnHome[],
  grounds: Grounds,
): Promise<WaitingView[]> {
  const responseIds = ones.map(({ id }) => id);
  const rows = await listQuestions(app.db.read, { responseIds });
  return rows
    .filter(({ state }) => state === "open")
    .map(({ id: questionId, responseId, itemKey, askedAt: at }) => {
      const one = ones.find(({ id }) => id === responseId);
      const title = one?.title ?? "";
      const by = nameOf(grounds, one);
      return { kind: "question" as const, responseId, title, questionId, itemKey, at, by };
    });
}

async function lately(app: App, ones: readonly OnHome[], grounds: Grounds): Promise<RepliedView[]> {
  const since = app.clock.now().getTime() - SHOWN_MS;
  const responseIds = ones.map(({ id }) => id);
  const rows = await listReplies(app.db.read, { responseIds });
  return rows
    .filter(({ sentAt }) => sentAt.getTime() >= since)
    .map(({ responseId, number, sentAt: at }) => {
      const one = ones.find(({ id }) => id === responseId);
      return { responseId, title: one?.title ?? "", number, at, by: nameOf(grounds, one) };
    });
}

type Timing = { ones: readonly OnHome[]; copies: readonly Copy[]; grounds: Grounds };

async function waitingTimes(
  app: App,
  { ones, copies, grounds }: Timing,
): Promise<ReadonlyMap<string, Waiting>> {
  const today = londonDate(app.clock.now());
  const latest = ones.flatMap((one) => {
    const copy = copies.find(({ responseId }) => responseId === one.id);
    const ground = grounds.get(runs(one));
    return one.state !== "submitted" || !copy || !ground ? [] : [{ one, copy, ground }];
  });
  const submissionIds = latest.map(({ copy }) => copy.id);
  const signed = await listLastSignatures(app.db.read, { submissionIds });
  return new Map(
    latest.map(({ one, copy, ground: { replyDays, calendar } }) => {
      const since = londonDate(signed.get(copy.id) ?? copy.signedAt);
      return [one.id, waitingSince({ since, today, replyDays, calendar })];
    }),
  );
}
