import {
  judgeExtension,
  type Extension,
  type SchoolProblem,
  type TypedExtension,
} from "~/domain/round/extension";
import type { Actor } from "~/domain/policy/actor";
import { ok, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { updateRoundSchool } from "~db/queries/round-schools";
import {
  auditSchool,
  loadRoundSchool,
  tellSchool,
  type LoadedRoundSchool,
} from "./round-school.server";

/**
 * Gives one school more time and tells it, with the reason. Throws `not-found` or `forbidden`, and `conflict` where the
 * round is rolling or closed, the school is withdrawn, or somebody else changed it meanwhile.
 */
export async function extendSchool(
  app: App,
  actor: Actor,
  { typed, ...at }: { roundId: string; urn: string; typed: TypedExtension },
): Promise<Result<null, SchoolProblem[]>> {
  const place = await loadRoundSchool(app, actor, at);
  const { round, stands } = place;
  const isOver = round.closedAt !== null || stands.withdrawnAt !== null;
  if (round.rolling || isOver) throw new AppError("conflict");
  const judged = judgeExtension(typed, {
    firstDeadline: stands.firstDeadline ?? round.firstDeadline,
    finalDeadline: stands.finalDeadline ?? round.finalDeadline,
  });
  if (!judged.ok) return judged;
  await extend(app, actor, { place, extension: judged.value });
  app.wakeWorker();
  return ok(null);
}

type Extending = { place: LoadedRoundSchool; extension: Extension };

async function extend(app: App, actor: Actor, { place, extension }: Extending): Promise<void> {
  const { round, school, stands } = place;
  const firstDeadline = extension.firstDeadline ?? stands.firstDeadline;
  const { finalDeadline, reason } = extension;
  const at = app.clock.now();
  await app.db.transact(async (tx) => {
    const isDone = await updateRoundSchool(tx, {
      roundId: round.id,
      schoolId: school.id,
      version: stands.version,
      set: { firstDeadline, finalDeadline, extendedAt: at, extendedReason: reason },
    });
    if (!isDone) throw new AppError("conflict");
    await auditSchool(tx, app, { actor, place, event: "round.school-extended" });
    const counts = { firstDeadline: firstDeadline ?? round.firstDeadline, finalDeadline };
    const told = { ...place, round: { ...round, ...counts } };
    await tellSchool(tx, app, { place: told, what: "extended", words: reason });
  });
}
