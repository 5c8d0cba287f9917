import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { coverage, grants, invitations, organisations, schools, users } from "../schema";
import type { Reader, Writer } from "../types";
import type { Place } from "./grants";

export type InvitationRow = typeof invitations.$inferSelect;

const at = (place: Place) =>
  "schoolId" in place
    ? eq(invitations.schoolId, place.schoolId)
    : eq(invitations.organisationId, place.organisationId);

const isOpen = and(isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt));

export async function insertInvitation(
  tx: Writer,
  row: typeof invitations.$inferInsert,
): Promise<void> {
  await tx.insert(invitations).values(row);
}

const columns = {
  id: invitations.id,
  name: invitations.name,
  email: invitations.email,
  emailNormal: invitations.emailNormal,
  role: invitations.role,
  questionnaireKey: invitations.questionnaireKey,
  signingTitle: invitations.signingTitle,
  from: invitations.from,
  to: invitations.to,
  sentAt: invitations.sentAt,
  sends: invitations.sends,
  expiresAt: invitations.expiresAt,
  schoolId: invitations.schoolId,
  organisationId: invitations.organisationId,
  invitedBy: invitations.invitedBy,
  version: invitations.version,
};

/** Invitations to a place that were neither accepted nor withdrawn, expired ones too, the oldest first. */
export async function listOpenInvitations(read: Reader, place: Place) {
  return read
    .select({ ...columns, inviterName: users.name })
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.invitedBy))
    .where(and(at(place), isOpen))
    .orderBy(asc(invitations.createdAt), asc(invitations.id));
}

export type OpenInvitation = Awaited<ReturnType<typeof listOpenInvitations>>[number];

/** Open invitations of heads to the schools an organisation covers, sent by somebody with a role in it. */
export async function listInvitedHeads(read: Reader, scope: { organisationId: string }) {
  const covered = read
    .select({ id: coverage.schoolId })
    .from(coverage)
    .where(eq(coverage.organisationId, scope.organisationId));
  const senders = read
    .select({ id: grants.userId })
    .from(grants)
    .where(eq(grants.organisationId, scope.organisationId));
  return read
    .select({ ...columns, schoolName: schools.name, inviterName: users.name })
    .from(invitations)
    .innerJoin(schools, eq(schools.id, invitations.schoolId))
    .innerJoin(users, eq(users.id, invitations.invitedBy))
    .where(
      and(
        eq(invitations.role, "head"),
        isOpen,
        inArray(invitations.schoolId, covered),
        inArray(invitations.invitedBy, senders),
      ),
    )
    .orderBy(asc(invitations.createdAt), asc(invitations.id));
}

/** Open invitations of heads to any of these schools, whoever sent them. */
export async function listAskedHeads(read: Reader, scope: { schoolIds: readonly string[] }) {
  if (scope.schoolIds.length === 0) return [];
  return read
    .select(columns)
    .from(invitations)
    .where(
      and(
        eq(invitations.role, "head"),
        isOpen,
        inArray(invitations.schoolId, [...scope.schoolIds]),
      ),
    );
}

/** The invitation under this hash with what its page says; undefined unless it can be accepted now. */
export async function findOpenInvitation(read: Reader, scope: { hash: string; now: Date }) {
  const rows = await read
    .select({
      ...columns,
      inviterName: users.name,
      schoolName: schools.name,
      urn: schools.urn,
      organisationName: organisations.name,
      organisationKey: organisations.key,
      organisationKind: organisations.kind,
    })
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.invitedBy))
    .leftJoin(schools, eq(schools.id, invitations.schoolId))
    .leftJoin(organisations, eq(organisations.id, invitations.organisationId))
    .where(and(eq(invitations.hash, scope.hash), isOpen, gt(invitations.expiresAt, scope.now)));
  return rows[0];
}

export type FoundInvitation = Awaited<ReturnType<typeof findOpenInvitation>> & {};

/** Uses an invitation up; false when another press was first, or it was withdrawn or ended meanwhile. */
export async function spendInvitation(
  tx: Writer,
  { hash, userId, at: now }: { hash: string; userId: string; at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(invitations)
    .set({ acceptedAt: now, acceptedBy: userId, version: sql`${invitations.version} + 1` })
    .where(and(eq(invitations.hash, hash), isOpen, gt(invitations.expiresAt, now)))
    .returning({ id: invitations.id });
  return rows.length === 1;
}

type Renewed = { id: string; version: number; hash: string; at: Date; expiresAt: Date };

/** Puts a new link in the place of the old one, which stops; false when someone changed the invitation first. */
export async function renewInvitation(
  tx: Writer,
  { id, version, hash, at: sentAt, expiresAt, ...place }: Place & Renewed,
): Promise<boolean> {
  const rows = await tx
    .update(invitations)
    .set({
      hash,
      sentAt,
      expiresAt,
      sends: sql`${invitations.sends} + 1`,
      version: version + 1,
    })
    .where(and(eq(invitations.id, id), at(place), eq(invitations.version, version), isOpen))
    .returning({ id: invitations.id });
  return rows.length === 1;
}

/** Takes an invitation back; false when it was accepted or taken back before. */
export async function withdrawInvitation(
  tx: Writer,
  { id, at: withdrawnAt, ...place }: Place & { id: string; at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(invitations)
    .set({ withdrawnAt, version: sql`${invitations.version} + 1` })
    .where(and(eq(invitations.id, id), at(place), isOpen))
    .returning({ id: invitations.id });
  return rows.length === 1;
}

/** Takes back what somebody has sent for a place; answers which there were. */
export async function withdrawInvitationsOf(
  tx: Writer,
  { userId, at: withdrawnAt, ...place }: Place & { userId: string; at: Date },
): Promise<string[]> {
  const rows = await tx
    .update(invitations)
    .set({ withdrawnAt, version: sql`${invitations.version} + 1` })
    .where(and(at(place), isOpen, eq(invitations.invitedBy, userId)))
    .returning({ id: invitations.id });
  return rows.map(({ id }) => id);
}
