import { londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { waitingSince, type Waiting } from "~/domain/reply/waiting";
import type { App } from "~/platform/app.server";
import { findReply } from "~db/queries/replies";
import { listLastSignatures } from "~db/queries/to-read";
import type { LoadedReturn } from "./load-return.server";
import { receiptGround } from "./send-receipt.server";

/** How long the copy that stands has waited; null once it is answered, and for those who are not to know. */
export async function waitingOf(
  app: App,
  actor: Actor,
  { facts, standing, organisation, today }: LoadedReturn,
): Promise<Waiting | null> {
  if (standing === null || !can(actor, "reply.see-waiting", facts).allowed) return null;
  const scope = { submissionId: standing.id };
  if ((await findReply(app.db.read, scope)) !== undefined) return null;
  const ground = await receiptGround(app, organisation.id);
  if (ground === null) return null;
  const signed = await listLastSignatures(app.db.read, { submissionIds: [standing.id] });
  const since = londonDate(signed.get(standing.id) ?? standing.signedAt);
  return waitingSince({ since, today, replyDays: ground.replyDays, calendar: ground.calendar });
}
