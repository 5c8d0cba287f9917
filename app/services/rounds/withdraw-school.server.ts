import { judgeReason, type SchoolProblem } from "~/domain/round/extension";
import type { Actor } from "~/domain/policy/actor";
import { RESPONSE_STATES } from "~/domain/response/states";
import { ok, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { makeMove } from "~/services/signing/move-response.server";
import { updateRoundSchool } from "~db/queries/round-schools";
import { listRoundResponses } from "~db/queries/rounds";
import { listSubmissions, moveSubmission } from "~db/queries/submissions";
import type { Writer } from "~db/types";
import { placeInRound } from "./load-round.server";
import {
  auditSchool,
  loadRoundSchool,
  tellSchool,
  type LoadedRoundSchool,
} from "./round-school.server";

const NOT_WITHDRAWN = RESPONSE_STATES.filter((state) => state !== "withdrawn");

/**
 * Takes a school out of a round, in every period, and tells it why: its return is not counted, officers no longer read
 * its signed copies, and the school keeps it as private (design.md section 4). Throws `not-found` where the school is
 * not in the round (any more), else as `closeRound` does.
 */
export async function withdrawSchool(
  app: App,
  actor: Actor,
  { reason, ...at }: { roundId: string; urn: string; reason: string },
): Promise<Result<null, SchoolProblem[]>> {
  const judged = judgeReason(reason);
  const place = await loadRoundSchool(app, actor, at);
  if (place.stands.withdrawnAt !== null) throw new AppError("not-found");
  if (!judged.ok) return judged;
  await app.db.transact((tx) => withdraw(tx, { app, actor, place, reason: judged.value }));
  app.wakeWorker();
  return ok(null);
}

type Withdrawing = { app: App; actor: Actor; place: LoadedRoundSchool; reason: string };

async function withdraw(tx: Writer, { app, actor, place, reason }: Withdrawing): Promise<void> {
  const { round, school, stands } = place;
  const at = app.clock.now();
  const scope = { roundId: round.id, schoolId: school.id };
  const rows = await listRoundResponses(tx, { ...scope, states: NOT_WITHDRAWN });
  for (const row of rows) {
    const loaded = placeInRound(round, row);
    const moving = { actor, loaded, event: "withdraw" as const, at, auditId: app.newId() };
    const { effects } = await makeMove(tx, moving);
    if (effects.includes("set-aside")) await setAsideLatest(tx, row);
  }
  const set = { withdrawnAt: at, withdrawnReason: reason };
  const isDone = await updateRoundSchool(tx, { ...scope, version: stands.version, set });
  if (!isDone) throw new AppError("conflict");
  await auditSchool(tx, app, { actor, place, event: "round.school-withdrawn" });
  await tellSchool(tx, app, { place, what: "withdrawn", words: reason });
}

async function setAsideLatest(tx: Writer, row: { id: string; schoolId: string }): Promise<void> {
  const [latest] = await listSubmissions(tx, { schoolId: row.schoolId, responseId: row.id });
  if (latest === undefined) throw new AppError("conflict", { responseId: row.id });
  const move = { submissionId: latest.id, from: latest.state, to: "set-aside" as const };
  if (!(await moveSubmission(tx, move))) throw new AppError("conflict", { responseId: row.id });
}
