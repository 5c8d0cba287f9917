import { newToken } from "~/auth/single-use-token.server";
import type { OrganisationKind } from "~/domain/organisation/organisation";
import type { Offer } from "~/domain/people/invitation";
import { roleName } from "~/domain/people/role-names";
import { INVITATION_LIFETIME } from "~/domain/people/single-use-token";
import type { Role } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { queueMail } from "~/services/mail/queue-mail.server";
import { insertAudit, type AuditData } from "~db/queries/audit";
import type { Place } from "~db/queries/grants";
import { insertInvitation } from "~db/queries/invitations";
import type { Writer } from "~db/types";

/** Where somebody is asked to, with the words the mail uses. */
export type InvitedTo = { place: Place; placeName: string; kind?: OrganisationKind };

/** Who asks: a person, or the office of a school by its code (`userId` null). */
export type Inviter = { userId: string | null; name: string };

type NewInvitation = { offer: Offer; to: InvitedTo; by: Inviter };

/**
 * Writes an invitation down with its mail and its audit row, inside a transaction that has decided that it may be.
 * Call `app.wakeWorker()` after the commit.
 */
export async function sendInvitation(
  tx: Writer,
  app: App,
  { offer, to, by }: NewInvitation,
): Promise<void> {
  const { secret, hash } = newToken();
  const id = app.newId();
  const at = app.clock.now();
  const expiresAt = new Date(at.getTime() + INVITATION_LIFETIME);
  await insertInvitation(tx, {
    id,
    hash,
    ...offer,
    ...to.place,
    invitedBy: by.userId,
    createdAt: at,
    sentAt: at,
    sends: 1,
    expiresAt,
    version: 1,
  });
  await mailInvitation(tx, app, { ...offer, to, by, secret, expiresAt });
  const data = { role: offer.role, from: offer.from, to: offer.to };
  const actorId = by.userId;
  await auditInvitation(tx, app, { id, actorId, place: to.place, event: "invitation.sent", data });
}

type Sent = {
  name: string;
  email: string;
  role: Role;
  signingTitle: string | null;
  to: InvitedTo;
  by: Inviter;
  secret: string;
  expiresAt: Date;
};

/** Queues the mail that carries the link. */
export async function mailInvitation(tx: Writer, app: App, sent: Sent): Promise<void> {
  const { name, email, role, signingTitle, to, by, secret, expiresAt } = sent;
  const kind = to.kind === undefined ? {} : { kind: to.kind };
  await queueMail(tx, {
    id: app.newId(),
    template: "invitation",
    data: {
      inviterName: by.name,
      placeName: to.placeName,
      roleName: roleName({ role, signingTitle, ...kind }),
      path: `/invitation/${secret}`,
      expiresAt: expiresAt.toISOString(),
    },
    to: { userId: null, email, name },
    at: app.clock.now(),
    about: to.place,
  });
}

type Audited = {
  id: string;
  actorId: string | null;
  place: Place;
  event: `invitation.${"sent" | "sent-again" | "withdrawn" | "accepted"}`;
  data?: AuditData;
};

/** The audit row of an invitation; addresses and names stay out of it. */
export async function auditInvitation(
  tx: Writer,
  app: App,
  { id, place, ...entry }: Audited,
): Promise<void> {
  await insertAudit(tx, {
    id: app.newId(),
    at: app.clock.now(),
    ...entry,
    ...place,
    subjectKind: "invitation",
    subjectId: id,
  });
}
