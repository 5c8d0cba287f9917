import type { Actor } from "~/domain/policy/actor";
import { checkWords, type WordsProblem } from "~/domain/reply/check-words";
import { moveQuestion, type QuestionEvent } from "~/domain/reply/question";
import { ANSWER_MAX } from "~/domain/reply/reply-boxes";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { insertAudit } from "~db/queries/audit";
import { findUser } from "~db/queries/people";
import { changeQuestion, findQuestion, type QuestionRow } from "~db/queries/questions";
import {
  loadAtOrganisation,
  loadAtSchool,
  type AtOrganisation,
  type AtSchool,
  type LoadedReturn,
} from "./load-return.server";
import { mailReturnStep, returnPath, type ReturnReader } from "./mail-return.server";

/** `version` is the one the form was made from. */
type Guarded = { questionId: string; version: number };

export type AnswerInput = AtSchool & Guarded & { text: string; namesConfirmed: boolean };

export type AnswerOutcome =
  | { kind: "saved" }
  | { kind: "problems"; problems: WordsProblem[] }
  /** Somebody else answered, or the officer closed it. What stands is on the page. */
  | { kind: "conflict" };

/**
 * The school answers a question, or changes its answer; the officer is told of the first. Throws `not-found` outside
 * the person's scope, `forbidden` for a governor.
 */
export async function answerQuestion(
  app: App,
  actor: Actor,
  { text, namesConfirmed, ...input }: AnswerInput,
): Promise<AnswerOutcome> {
  const loaded = await loadAtSchool(app, actor, { ...input, action: "question.answer" });
  const row = await questionOf(app, loaded, input.questionId);
  const problems = checkWords(text, {
    field: `answer-${row.id}`,
    limit: ANSWER_MAX,
    before: row.answer,
    missing: "Write your answer",
    namesConfirmed,
  });
  if (problems.length > 0) return { kind: "problems", problems };
  const at = app.clock.now();
  const to = row.state === "open" ? await askerOf(app, row) : [];
  const change = { answer: text.trim(), answeredBy: actor.userId, answeredAt: at };
  const moving = { loaded, row, version: input.version, event: "answer" as const, change, at, to };
  return (await move(app, actor, moving)) ? { kind: "saved" } : { kind: "conflict" };
}

/** The officer needs no more. False when it changed meanwhile: the page shows how it stands. */
export async function closeQuestion(
  app: App,
  actor: Actor,
  input: AtOrganisation & Guarded,
): Promise<boolean> {
  const loaded = await loadAtOrganisation(app, actor, { ...input, action: "question.close" });
  const row = await questionOf(app, loaded, input.questionId);
  const at = app.clock.now();
  const change = { closedBy: actor.userId, closedAt: at };
  const moving = {
    loaded,
    row,
    version: input.version,
    event: "close" as const,
    change,
    at,
    to: [],
  };
  return move(app, actor, moving);
}

async function questionOf(
  app: App,
  loaded: LoadedReturn,
  questionId: string,
): Promise<QuestionRow> {
  const scope = { responseId: loaded.row.id, questionId };
  const row = await findQuestion(app.db.read, scope);
  if (row === undefined) throw new AppError("not-found");
  return row;
}

async function askerOf(app: App, { askedBy }: QuestionRow): Promise<ReturnReader[]> {
  const user = await findUser(app.db.read, askedBy);
  if (user === undefined || user.disabledAt !== null) return [];
  return [{ userId: user.id, name: user.name, email: user.email }];
}

type Moving = {
  loaded: LoadedReturn;
  row: QuestionRow;
  version: number;
  event: QuestionEvent;
  change: Omit<Parameters<typeof changeQuestion>[1]["change"], "state">;
  at: Date;
  to: readonly ReturnReader[];
};

const EVENTS = { answer: "question.answered", close: "question.closed" } as const;

/** Moves a question from the version the form was made from; false when that does not stand. */
async function move(app: App, actor: Actor, moving: Moving): Promise<boolean> {
  const { loaded, row, version, event, at, to } = moving;
  const next = moveQuestion(row.state, event);
  if (!next.ok || row.version !== version) return false;
  const change = { ...moving.change, state: next.value };
  const auditId = app.newId();
  const done = await app.db.transact(async (tx) => {
    if (!(await changeQuestion(tx, { questionId: row.id, version, change }))) return false;
    await insertAudit(tx, {
      id: auditId,
      at,
      actorId: actor.userId,
      event: EVENTS[event],
      schoolId: loaded.school.id,
      organisationId: loaded.organisation.id,
      subjectKind: "question",
      subjectId: row.id,
      data: row.itemKey === null ? {} : { key: row.itemKey },
    });
    const path = `${returnPath(loaded)}#question-${row.id}`;
    await mailReturnStep(tx, app, { loaded, what: "answered", itemKey: row.itemKey, to, path, at });
    return true;
  });
  app.wakeWorker();
  return done;
}
