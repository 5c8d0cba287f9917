import type { Actor } from "~/domain/policy/actor";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { insertAudit } from "~db/queries/audit";
import { settleDutyAsk } from "~db/queries/duty-asks";
import { loadResponse } from "./load-response.server";

type Asked = { urn: string; responseId: string; askId: string };

/**
 * Notes that somebody of the school has looked again at a statement whose duty changed. It changes no answer, so it may
 * be said while the answers wait for the signature too. Throws `not-found`, or `conflict` where a colleague was quicker.
 */
export async function settleDuty(app: App, actor: Actor, asked: Asked): Promise<void> {
  const { urn, responseId, askId } = asked;
  const { row } = await loadResponse(app, actor, { urn, responseId });
  const at = app.clock.now();
  await app.db.transact(async (tx) => {
    const settling = { responseId: row.id, askId, userId: actor.userId, at };
    if (!(await settleDutyAsk(tx, settling))) throw new AppError("conflict");
    await insertAudit(tx, {
      id: app.newId(),
      at,
      actorId: actor.userId,
      event: "duty.looked-at",
      schoolId: row.schoolId,
      subjectKind: "response",
      subjectId: row.id,
    });
  });
}
