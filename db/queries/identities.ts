import { and, asc, eq, gte } from "drizzle-orm";
import { identities } from "../schema";
import type { Reader, Writer } from "../types";

export type IdentityRow = typeof identities.$inferSelect;

/** The account here that an account elsewhere opens. Looked up by issuer and subject, by nothing else. */
export async function findIdentity(
  read: Reader,
  { issuer, subject }: { issuer: string; subject: string },
): Promise<IdentityRow | undefined> {
  const rows = await read
    .select()
    .from(identities)
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)));
  return rows[0];
}

/** What opens a person's account beside their password, the oldest first. */
export async function listIdentities(read: Reader, userId: string): Promise<IdentityRow[]> {
  return read
    .select()
    .from(identities)
    .where(eq(identities.userId, userId))
    .orderBy(asc(identities.connectedAt), asc(identities.id));
}

/** Throws for one that is connected already, here or to somebody else (`isUniqueViolation`). */
export async function insertIdentity(tx: Writer, row: IdentityRow): Promise<void> {
  await tx.insert(identities).values(row);
}

type Arrived = Pick<
  IdentityRow,
  "id" | "label" | "lastUsedAt" | "organisationUrn" | "organisationName" | "organisationRoles"
>;

/** Writes down that somebody came by it, and what the provider said. */
export async function noteArrival(tx: Writer, { id, ...said }: Arrived): Promise<void> {
  await tx.update(identities).set(said).where(eq(identities.id, id));
}

/** Takes one of a person's own away; undefined when it is gone or another's. */
export async function deleteIdentity(
  tx: Writer,
  { userId, provider }: { userId: string; provider: string },
): Promise<IdentityRow | undefined> {
  const rows = await tx
    .delete(identities)
    .where(and(eq(identities.userId, userId), eq(identities.provider, provider)))
    .returning();
  return rows[0];
}

/** Takes away what a person connected at a moment or after; gives the providers. */
export async function deleteIdentitiesSince(
  tx: Writer,
  { userId, since }: { userId: string; since: Date },
): Promise<string[]> {
  const rows = await tx
    .delete(identities)
    .where(and(eq(identities.userId, userId), gte(identities.connectedAt, since)))
    .returning({ provider: identities.provider });
  return rows.map(({ provider }) => provider);
}
