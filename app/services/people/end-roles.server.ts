import { leavesSomeoneInCharge, type Keeper } from "~/domain/people/leaving";
import { endedNow } from "~/domain/people/role-dates";
import type { Actor } from "~/domain/policy/actor";
import { refused, ok, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { handOverAssignments } from "~db/queries/assignments";
import { insertAudit } from "~db/queries/audit";
import { endGrants, type Place, type PlaceGrant } from "~db/queries/grants";
import { withdrawInvitationsOf } from "~db/queries/invitations";
import { deleteSessionsOfUser } from "~db/queries/sessions";
import type { Writer } from "~db/types";
import { auditInvitation } from "./send-invitation.server";

type EndRoles = {
  place: Place;
  keeper: Keeper;
  today: string;
  /** Everyone's roles at the place, read in this transaction. */
  held: readonly PlaceGrant[];
  /** Those to end, of `held`. */
  ending: readonly PlaceGrant[];
};

/**
 * Ends roles at once, inside a transaction: each gets a last day, their holders' sessions end everywhere, and what
 * they have invited people to here is taken back. Refused where nobody would be left in charge.
 */
export async function endRoles(
  tx: Writer,
  app: App,
  { actor, place, keeper, today, held, ending }: EndRoles & { actor: Actor },
): Promise<Result<null, "last-keeper">> {
  const lastDay = endedNow(today);
  const grantIds = ending.map(({ grantId }) => grantId);
  // Somebody has to be in charge today, not only from tomorrow.
  if (!leavesSomeoneInCharge({ keeper, held, ending: grantIds, lastDay })) {
    return refused("last-keeper");
  }
  await endWhoeverIsLeft(tx, app, { actorId: actor.userId, place, today, ending });
  return ok(null);
}

type Ending = Pick<EndRoles, "place" | "today" | "ending"> & { actorId: string | null };

/** The same without asking who is left in charge: for what was decided before. `actorId` null: the service. */
export async function endWhoeverIsLeft(
  tx: Writer,
  app: App,
  { actorId, place, today, ending }: Ending,
): Promise<void> {
  const lastDay = endedNow(today);
  const grantIds = ending.map(({ grantId }) => grantId);
  await endGrants(tx, { grantIds, lastDay, ...place });
  for (const grant of ending) await auditEnd(tx, app, { actorId, place, grant, lastDay });
  for (const userId of new Set(ending.map((grant) => grant.userId))) {
    await deleteSessionsOfUser(tx, userId);
    await takeBackInvitations(tx, app, { actorId, place, userId });
  }
}

type Ended = Pick<Ending, "actorId" | "place"> & { grant: PlaceGrant; lastDay: string };

async function auditEnd(tx: Writer, app: App, { actorId, place, grant, lastDay }: Ended) {
  await insertAudit(tx, {
    id: app.newId(),
    at: app.clock.now(),
    actorId,
    event: "grant.ended",
    ...place,
    subjectKind: "person",
    subjectId: grant.userId,
    data: { role: grant.role, from: grant.from, to: lastDay },
  });
}

type Sender = Pick<Ending, "actorId" | "place"> & { userId: string };

async function takeBackInvitations(tx: Writer, app: App, { actorId, place, userId }: Sender) {
  const at = app.clock.now();
  const ids = await withdrawInvitationsOf(tx, { userId, at, ...place });
  const event = "invitation.withdrawn";
  for (const id of ids) {
    await auditInvitation(tx, app, { id, actorId, place, event });
  }
}

type HandOver = { actor: Actor; schoolId: string; fromUserId: string; toUserId: string };

/** Gives what someone looks after in a school to another, with one audit row. Answers how many sections. */
export async function handOverWork(tx: Writer, app: App, over: HandOver): Promise<number> {
  const { actor, ...who } = over;
  const at = app.clock.now();
  const sections = await handOverAssignments(tx, { ...who, by: actor.userId, at });
  if (sections.length === 0) return 0;
  await insertAudit(tx, {
    id: app.newId(),
    at,
    actorId: actor.userId,
    event: "team.handed-over",
    schoolId: over.schoolId,
    subjectKind: "person",
    subjectId: over.fromUserId,
    data: { toUserId: over.toUserId, sections: sections.length },
  });
  return sections.length;
}
