import type { Actor } from "~/domain/policy/actor";
import { RESPONSE_STATES } from "~/domain/response/states";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { makeMove } from "~/services/signing/move-response.server";
import { findRoundSchool, updateRoundSchool } from "~db/queries/round-schools";
import { listRoundResponses } from "~db/queries/rounds";
import { findSchoolByUrn } from "~db/queries/schools";
import { listSubmissions, moveSubmission } from "~db/queries/submissions";
import type { Writer } from "~db/types";
import { loadManagedRound, placeInRound } from "./load-round.server";

const NOT_WITHDRAWN = RESPONSE_STATES.filter((state) => state !== "withdrawn");

/**
 * Takes a school out of a round, in every period: its return is not counted, officers no longer read its signed
 * copies, and the school keeps it as private (design.md section 4). Throws `not-found` where the school is not in
 * the round (any more), else as `closeRound` does.
 */
export async function withdrawSchool(
  app: App,
  actor: Actor,
  { roundId, urn }: { roundId: string; urn: string },
): Promise<void> {
  const round = await loadManagedRound(app, actor, { roundId });
  const school = await findSchoolByUrn(app.db.read, urn);
  if (school === undefined) throw new AppError("not-found");
  const at = app.clock.now();
  await app.db.transact(async (tx) => {
    const scope = { roundId, schoolId: school.id, states: NOT_WITHDRAWN };
    const rows = await listRoundResponses(tx, scope);
    if (rows.length === 0) throw new AppError("not-found");
    await noteWithdrawn(tx, { roundId, schoolId: school.id, at });
    for (const row of rows) {
      const loaded = placeInRound(round, row);
      const moving = { actor, loaded, event: "withdraw" as const, at, auditId: app.newId() };
      const { effects } = await makeMove(tx, moving);
      if (effects.includes("set-aside")) await setAsideLatest(tx, row);
    }
  });
}

async function noteWithdrawn(
  tx: Writer,
  { at, ...place }: { roundId: string; schoolId: string; at: Date },
): Promise<void> {
  const stands = await findRoundSchool(tx, place);
  if (stands === undefined) throw new AppError("not-found");
  const { version } = stands;
  const isDone = await updateRoundSchool(tx, { ...place, version, set: { withdrawnAt: at } });
  if (!isDone) throw new AppError("conflict");
}

async function setAsideLatest(tx: Writer, row: { id: string; schoolId: string }): Promise<void> {
  const [latest] = await listSubmissions(tx, { schoolId: row.schoolId, responseId: row.id });
  if (latest === undefined) throw new AppError("conflict", { responseId: row.id });
  const move = { submissionId: latest.id, from: latest.state, to: "set-aside" as const };
  if (!(await moveSubmission(tx, move))) throw new AppError("conflict", { responseId: row.id });
}
