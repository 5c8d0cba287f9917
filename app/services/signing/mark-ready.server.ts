import type { Actor } from "~/domain/policy/actor";
import { selfReview } from "~/domain/questionnaire/self-review";
import { checkResponse } from "~/domain/response/check";
import { ok, refused, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { applicabilityOf } from "~/services/answering/applicability-of.server";
import { dutiesOf } from "~/services/answering/duties-of.server";
import { loadResponse, type Loaded } from "~/services/answering/load-response.server";
import { listDutyAsks } from "~db/queries/duty-asks";
import { listAnswers } from "~db/queries/answers";
import { takeForAnswers } from "~db/queries/response-moves";
import { type ResponseRow } from "~db/queries/responses";
import type { Writer } from "~db/types";
import type { Duty } from "~/domain/questionnaire/duties";
import { makeMove } from "./move-response.server";

type Where = { urn: string; responseId: string };
export type ReadyProblem = { code: "something-left" };

/**
 * Locks the answers for signing when nothing is left to answer. What is left is counted inside the
 * transaction that locks, so that no save can slip in between (design.md decision 4). Throws `not-found`,
 * `forbidden`, `conflict` or `closed`.
 */
export async function markReady(
  app: App,
  actor: Actor,
  { urn, responseId }: Where,
): Promise<Result<"ready", ReadyProblem>> {
  const loaded = await loadResponse(app, actor, { urn, responseId, action: "response.mark-ready" });
  const duties = await dutiesOf(app, loaded.row);
  const at = app.clock.now();
  const auditId = app.newId();
  return app.db.transact(async (tx): Promise<Result<"ready", ReadyProblem>> => {
    const problem = await readyProblem(tx, { loaded, duties, at });
    if (problem !== null) return refused(problem);
    const notes = { readyAt: at, readyBy: actor.userId };
    await makeMove(tx, { actor, loaded, event: "markReady", at, auditId, notes });
    return ok("ready");
  });
}

async function readyProblem(
  tx: Writer,
  { loaded, duties, at }: { loaded: Loaded; duties: Duty[]; at: Date },
): Promise<ReadyProblem | null> {
  const { school, row, definition, today } = loaded;
  const scope = { schoolId: school.id, responseId: row.id };
  const taken = await takeForAnswers(tx, { ...scope, at });
  // The move that follows says why the answers can no longer be changed.
  if (taken === undefined) return null;
  // Moved to another version meanwhile: what was looked at is no longer what is asked.
  if (taken.versionId !== row.versionId) throw new AppError("conflict", { responseId: row.id });
  const applicability = applicabilityOf(taken, { school, roundSections: row.roundSections });
  const answers = await listAnswers(tx, scope);
  const asks = await listDutyAsks(tx, { responseId: row.id });
  const lookAgain = asks.map(({ itemKey }) => itemKey);
  const review = selfReview({ definition, applicability, duties, today, answers, lookAgain });
  const confirmed = taken.phases !== null;
  const check = checkResponse({ review, confirmed, ...checkRules(row) });
  return check.ready ? null : { code: "something-left" };
}

/** What the round asks before answers are ready. */
export function checkRules(row: ResponseRow) {
  return {
    chooseAtLeast: row.chooseAtLeast,
    training: { threshold: row.trainingThreshold, gate: row.trainingGate ?? false },
  };
}

/** Unlocks the answers again before anyone has signed. Throws as `markReady` does. */
export async function takeBack(app: App, actor: Actor, { urn, responseId }: Where): Promise<void> {
  const loaded = await loadResponse(app, actor, { urn, responseId, action: "response.take-back" });
  const at = app.clock.now();
  const auditId = app.newId();
  await app.db.transact(async (tx) => {
    const notes = { readyAt: null, readyBy: null };
    await makeMove(tx, { actor, loaded, event: "takeBack", at, auditId, notes });
  });
}
