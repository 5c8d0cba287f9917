import { readyRound, type DraftProblem } from "~/domain/round/judge-draft";
import type { Actor } from "~/domain/policy/actor";
import { ok, refused, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { enqueue } from "~db/queries/outbox";
import { deleteRoundDraft } from "~db/queries/round-drafts";
import { groundOf, loadChoices, schoolsOf } from "./draft-ground.server";
import { loadDraft, loadManager } from "./drafts.server";
import { expectedSchool, prepareRound, writeRound } from "./open-round.server";

/**
 * Opens a round as its draft describes it: the draft becomes the round, its schools are expected, and the worker
 * invites those that somebody works in. One transaction of few statements, whatever the number of schools.
 * Gives the round's id. Throws `not-found`, `forbidden`, or `conflict` when the draft changed or was opened already.
 */
export async function openDraft(
  app: App,
  actor: Actor,
  { key, draftId, version }: { key: string; draftId: string; version: number },
): Promise<Result<string, DraftProblem[]>> {
  const loaded = await loadManager(app, actor, key);
  const organisationId = loaded.organisation.id;
  const { draft } = await loadDraft(app, { organisationId, draftId });
  const choices = await loadChoices(app, loaded);
  const judged = readyRound(draft, groundOf(draft, choices, loaded.today));
  if (!judged.ok) return refused(judged.problem);
  const { demonstration } = loaded.organisation;
  const opening = await prepareRound(app, {
    round: { ...judged.value, organisationId, demonstration },
    actorId: actor.userId,
  });
  const at = app.clock.now();
  const roundId = opening.id;
  const schools = schoolsOf(draft, choices).map(({ id }) =>
    expectedSchool({ roundId, schoolId: id, createdAt: at }),
  );
  await app.db.transact(async (tx) => {
    if (!(await deleteRoundDraft(tx, { draftId, version }))) throw new AppError("conflict");
    await writeRound(tx, app, { opening, schools });
    await enqueue(tx, { id: app.newId(), kind: "invite-schools", payload: { roundId }, at });
  });
  app.wakeWorker();
  return ok(roundId);
}
