import { and, eq, inArray, isNull, like, or } from "drizzle-orm";
import type { ErasureWay } from "../../app/domain/personal-data/retention-words";
import { personColumns } from "../account-tables";
import {
  caughtMails,
  invitations,
  mails,
  organisations,
  retentionErasures,
  reviewerInterests,
  reviewers,
  sectionAssignments,
  users,
  visitJottings,
} from "../schema";
import type { Reader, Writer } from "../types";

/** Deletes every row that is part of an account: ways to sign in, sessions, wishes about mail. */
async function deleteAccountRows(tx: Writer, userId: string): Promise<void> {
  for (const { table, column, ofAccount } of personColumns) {
    if (ofAccount) await tx.delete(table).where(eq(column, userId));
  }
}

/**
 * What was written to a person and offered to them, by their number or, where a row has none, by their address: that may
 * have been somebody else's before.
 */
async function deleteLetters(tx: Writer, { userId, email }: { userId: string; email: string }) {
  const address = email.trim().toLowerCase();
  await tx
    .delete(mails)
    .where(
      or(
        eq(mails.userId, userId),
        and(isNull(mails.userId), inArray(mails.email, [email, address])),
      ),
    );
  await tx
    .delete(invitations)
    .where(
      or(
        eq(invitations.acceptedBy, userId),
        and(isNull(invitations.acceptedBy), eq(invitations.emailNormal, address)),
      ),
    );
  await tx.delete(caughtMails).where(like(caughtMails.source, `%${email}%`));
}

/**
 * What a register says of a reviewer, and notes they never filed. The reviewer's row stays without any of it: visits
 * point at it.
 */
async function clearReviewer(tx: Writer, userId: string): Promise<void> {
  const own = tx.select({ id: reviewers.id }).from(reviewers).where(eq(reviewers.userId, userId));
  await tx.delete(reviewerInterests).where(inArray(reviewerInterests.reviewerId, own));
  await tx.delete(visitJottings).where(eq(visitJottings.authorId, userId));
  await tx
    .update(reviewers)
    .set({
      post: "",
      homeSchoolId: null,
      homeSchoolName: "",
      homeAuthority: "",
      trustName: null,
      federationName: null,
      phases: "[]",
      questionnaireKeys: "[]",
      districts: "[]",
      mayLead: false,
      visitsOffered: 0,
      interestsDeclaredAt: null,
    })
    .where(eq(reviewers.userId, userId));
}

type Erased = {
  userId: string;
  /** As it was until now. */
  email: string;
  /** What stands instead. */
  name: string;
  address: string;
  at: Date;
  way: ErasureWay;
};

/**
 * Erases an account inside a transaction: its rows and letters go, the person's row stays as a marker, so that what
 * they wrote and signed still stands. False when it is erased already.
 */
export async function eraseAccountRows(tx: Writer, erased: Erased): Promise<boolean> {
  const { userId, email, name, address, at, way } = erased;
  const made = await tx
    .insert(retentionErasures)
    .values({ userId, at, way })
    .onConflictDoNothing()
    .returning({ userId: retentionErasures.userId });
  if (made.length === 0) return false;
  await deleteAccountRows(tx, userId);
  await deleteLetters(tx, { userId, email });
  await clearReviewer(tx, userId);
  await tx.delete(sectionAssignments).where(eq(sectionAssignments.userId, userId));
  await tx
    .update(users)
    .set({ name, email: address, emailNormal: address, passwordHash: null, disabledAt: at })
    .where(eq(users.id, userId));
  return true;
}

export async function isErased(read: Reader, userId: string): Promise<boolean> {
  const rows = await read
    .select({ userId: retentionErasures.userId })
    .from(retentionErasures)
    .where(eq(retentionErasures.userId, userId));
  return rows.length === 1;
}

export async function listErasedIds(read: Reader): Promise<string[]> {
  const rows = await read.select({ userId: retentionErasures.userId }).from(retentionErasures);
  return rows.map(({ userId }) => userId);
}

/** Of these people, those who are here and not erased: after an old backup was put back. */
export async function listUnerased(read: Reader, userIds: readonly string[]): Promise<string[]> {
  if (userIds.length === 0) return [];
  const rows = await read
    .select({ userId: users.id })
    .from(users)
    .leftJoin(retentionErasures, eq(retentionErasures.userId, users.id))
    .where(and(inArray(users.id, [...userIds]), isNull(retentionErasures.userId)));
  return rows.map(({ userId }) => userId);
}

/** Organisations that give an address as their contact. */
export async function listContactOf(read: Reader, email: string): Promise<string[]> {
  const rows = await read
    .select({ name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.contactEmail, [email, email.trim().toLowerCase()]));
  return rows.map(({ name }) => name);
}
