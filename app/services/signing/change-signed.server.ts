import type { Actor } from "~/domain/policy/actor";
import { readReason, type ReasonProblem } from "~/domain/response/reason";
import { ok, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { loadResponse } from "~/services/answering/load-response.server";
import { listSubmissions, moveSubmission, restoreEarlier } from "~db/queries/submissions";
import { makeMove } from "./move-response.server";

type Where = { urn: string; responseId: string };

/**
 * Takes a signed response back before an officer has opened it: the copy signed last is set aside, and if an
 * earlier one stood it stands again (design.md section 4). Throws `not-found`, `forbidden`, `conflict`.
 */
export async function recallResponse(
  app: App,
  actor: Actor,
  { urn, responseId }: Where,
): Promise<void> {
  const loaded = await loadResponse(app, actor, { urn, responseId, action: "response.recall" });
  const at = app.clock.now();
  const auditId = app.newId();
  const scope = { schoolId: loaded.school.id, responseId };
  await app.db.transact(async (tx) => {
    const [latest] = await listSubmissions(tx, scope);
    if (latest === undefined) throw new AppError("conflict");
    const data = { submissionId: latest.id };
    await makeMove(tx, { actor, loaded, event: "recall", at, auditId, data });
    const moved = await moveSubmission(tx, {
      submissionId: latest.id,
      from: latest.state,
      to: "set-aside",
    });
    if (!moved) throw new AppError("conflict");
    await restoreEarlier(tx, { responseId, setAsideId: latest.id });
  });
}

/**
 * Opens a signed response for change, with the head's reason, while the round is open. The signed copy stands
 * until the next one is signed (design.md section 4). Throws as `recallResponse` does.
 */
export async function amendResponse(
  app: App,
  actor: Actor,
  { urn, responseId, reason }: Where & { reason: string },
): Promise<Result<"open", ReasonProblem>> {
  const loaded = await loadResponse(app, actor, { urn, responseId, action: "response.amend" });
  const read = readReason(reason);
  if (!read.ok) return read;
  const at = app.clock.now();
  const auditId = app.newId();
  await app.db.transact(async (tx) => {
    const notes = { amendReason: read.value };
    const context = { reason: read.value };
    await makeMove(tx, { actor, loaded, event: "amend", at, auditId, notes, context });
  });
  return ok("open");
}
