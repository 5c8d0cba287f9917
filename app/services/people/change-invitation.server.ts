import { newToken } from "~/auth/single-use-token.server";
import { MOST_SENDS } from "~/domain/people/invitation";
import { INVITATION_LIFETIME } from "~/domain/people/single-use-token";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import type { OpenInvitation } from "~db/queries/invitations";
import { renewInvitation, withdrawInvitation } from "~db/queries/invitations";
import { readTeam, schoolOfTeam } from "./school-of-team.server";
import { auditInvitation, mailInvitation, type InvitedTo } from "./send-invitation.server";

export type ChangeInvitation = { invitationId: string; change: "send-again" | "withdraw" };

/**
 * Sends an invitation to a school again, which gives it a new link and 14 more days, or takes it back. Throws
 * `conflict` when it was accepted or taken back before, `forbidden` for a head's when the actor may not invite one.
 */
export async function changeSchoolInvitation(
  app: App,
  actor: Actor,
  { urn, ...input }: ChangeInvitation & { urn: string },
): Promise<void> {
  const { school, facts } = await schoolOfTeam(app, actor, { urn, action: "team.manage" });
  const team = await readTeam(app.db.read, { ...facts, now: app.clock.now() });
  const found = team.invitations.find(({ id }) => id === input.invitationId);
  if (found === undefined) throw new AppError("conflict");
  const others = team.invitations.filter(({ id }) => id !== found.id);
  const hasHead =
    team.grants.some(({ role }) => role === "head") || others.some(({ role }) => role === "head");
  const mayDo =
    found.role !== "head" || can(actor, "team.invite-head", { ...facts, hasHead }).allowed;
  if (!mayDo) throw new AppError("forbidden", { reason: "needs-head" });
  const to = { place: { schoolId: school.id }, placeName: school.name };
  await changeInvitation(app, actor, { found, to, change: input.change });
}

type Change = { found: OpenInvitation; to: InvitedTo; change: ChangeInvitation["change"] };

/** The same once it is known that the actor may. Throws `conflict`, or `too-many` after several sends. */
export async function changeInvitation(
  app: App,
  actor: Actor,
  { found, to, change }: Change,
): Promise<void> {
  if (change === "send-again") await sendAgain(app, actor, { found, to });
  else await withdraw(app, actor, { found, to });
}

async function sendAgain(
  app: App,
  actor: Actor,
  { found, to }: Omit<Change, "change">,
): Promise<void> {
  if (found.sends >= MOST_SENDS) throw new AppError("too-many", { invitationId: found.id });
  const { id, version } = found;
  const { secret, hash } = newToken();
  const at = app.clock.now();
  const expiresAt = new Date(at.getTime() + INVITATION_LIFETIME);
  await app.db.transact(async (tx) => {
    const renewed = await renewInvitation(tx, { id, version, hash, at, expiresAt, ...to.place });
    if (!renewed) throw new AppError("conflict");
    await mailInvitation(tx, app, { ...found, to, by: actor, secret, expiresAt });
    const event = "invitation.sent-again";
    await auditInvitation(tx, app, { id, actorId: actor.userId, place: to.place, event });
  });
  app.wakeWorker();
}

async function withdraw(
  app: App,
  actor: Actor,
  { found: { id }, to }: Omit<Change, "change">,
): Promise<void> {
  await app.db.transact(async (tx) => {
    const isDone = await withdrawInvitation(tx, { id, at: app.clock.now(), ...to.place });
    if (!isDone) throw new AppError("conflict");
    const event = "invitation.withdrawn";
    await auditInvitation(tx, app, { id, actorId: actor.userId, place: to.place, event });
  });
}
