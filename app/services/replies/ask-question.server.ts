import type { Actor } from "~/domain/policy/actor";
import { checkWords, type WordsProblem } from "~/domain/reply/check-words";
import { QUESTION_MAX } from "~/domain/reply/reply-boxes";
import { ok, refused, type Result } from "~/domain/result";
import { parseSnapshot } from "~/domain/submission/canonical-snapshot";
import { placedItems } from "~/domain/submission/snapshot-digest";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { insertAudit } from "~db/queries/audit";
import { insertQuestion } from "~db/queries/questions";
import { noteOpenedByOfficer } from "~db/queries/response-moves";
import { findSnapshot, listSubmissions } from "~db/queries/submissions";
import type { Writer } from "~db/types";
import {
  loadAtOrganisation,
  standingCopy,
  type AtOrganisation,
  type LoadedReturn,
} from "./load-return.server";
import { mailReturnStep, repliesPath, schoolLeads } from "./mail-return.server";

export type AskInput = AtOrganisation & {
  /** The signed copy that was read. */
  number: number;
  /** Null: on the whole return. */
  itemKey: string | null;
  text: string;
  namesConfirmed: boolean;
};

/**
 * An officer asks about a statement or the whole return; the school's lead people are told. Throws `conflict` where
 * the copy that was read does not stand any more, `not-found` for a statement it has not.
 */
export async function askQuestion(
  app: App,
  actor: Actor,
  { text, namesConfirmed, ...input }: AskInput,
): Promise<Result<{ id: string }, WordsProblem[]>> {
  const loaded = await loadAtOrganisation(app, actor, { ...input, action: "question.ask" });
  await checkStatement(app, loaded, input.itemKey);
  const missing = "Write what you would like to know";
  const field = "question";
  const problems = checkWords(text, { field, limit: QUESTION_MAX, missing, namesConfirmed });
  if (problems.length > 0) return refused(problems);
  if (loaded.standing?.number !== input.number) throw new AppError("conflict");
  const { schoolId, questionnaireKey } = loaded.row;
  const to = await schoolLeads(app.db.read, { schoolId, questionnaireKey, today: loaded.today });
  const [id, auditId] = [app.newId(), app.newId()];
  const at = app.clock.now();
  const asking = { app, actor, loaded, to, id, auditId, at, itemKey: input.itemKey, text };
  await app.db.transact((tx) => ask(tx, asking));
  app.wakeWorker();
  return ok({ id });
}

async function checkStatement(app: App, { standing }: LoadedReturn, itemKey: string | null) {
  if (itemKey === null || standing === null) return;
  const snapshot = await findSnapshot(app.db.read, { submissionId: standing.id });
  const items = placedItems(parseSnapshot(snapshot ?? ""));
  if (!items.some(({ item }) => item.key === itemKey)) throw new AppError("not-found");
}

type Asking = {
  app: App;
  actor: Actor;
  loaded: LoadedReturn;
  to: Awaited<ReturnType<typeof schoolLeads>>;
  id: string;
  auditId: string;
  at: Date;
  itemKey: string | null;
  text: string;
};

async function ask(tx: Writer, asking: Asking): Promise<void> {
  const { app, actor, loaded, to, id, at, itemKey, text } = asking;
  const submissionId = await takeStanding(tx, loaded, at);
  await insertQuestion(tx, {
    id,
    responseId: loaded.row.id,
    submissionId,
    itemKey,
    state: "open",
    text: text.trim(),
    askedBy: actor.userId,
    askedAt: at,
    answer: "",
    version: 1,
  });
  await insertAudit(tx, {
    id: asking.auditId,
    at,
    actorId: actor.userId,
    event: "question.asked",
    schoolId: loaded.school.id,
    organisationId: loaded.organisation.id,
    subjectKind: "question",
    subjectId: id,
    data: itemKey === null ? {} : { key: itemKey },
  });
  const path = `${repliesPath(loaded)}#question-${id}`;
  await mailReturnStep(tx, app, { loaded, what: "question", itemKey, to, path, at });
}

/**
 * The copy that was read, if it still stands: whoever asks has its words, so the school cannot call it back any more.
 * A recall goes wholly before, and then this throws `conflict`, or wholly after, and is refused.
 */
export async function takeStanding(tx: Writer, loaded: LoadedReturn, at: Date): Promise<string> {
  await noteOpenedByOfficer(tx, { responseId: loaded.row.id, at });
  const scope = { schoolId: loaded.school.id, responseId: loaded.row.id };
  const standing = standingCopy(await listSubmissions(tx, scope));
  if (standing === null || standing.id !== loaded.standing?.id) throw new AppError("conflict");
  return standing.id;
}
