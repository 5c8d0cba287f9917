import { and, asc, eq, gte, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { coverage, grants, organisations, schools, users } from "../schema";
import type { Reader, Writer } from "../types";

/** A person's own roles that count on `today` or will later, with where they are. */
export async function listOwnGrants(
  read: Reader,
  { userId, today }: { userId: string; today: string },
) {
  return read
    .select({
      grantId: grants.id,
      role: grants.role,
      signingTitle: grants.signingTitle,
      questionnaireKey: grants.questionnaireKey,
      from: grants.from,
      to: grants.to,
      schoolId: grants.schoolId,
      schoolName: schools.name,
      urn: schools.urn,
      organisationId: grants.organisationId,
      organisationName: organisations.name,
      organisationKind: organisations.kind,
      key: organisations.key,
    })
    .from(grants)
    .leftJoin(schools, eq(schools.id, grants.schoolId))
    .leftJoin(organisations, eq(organisations.id, grants.organisationId))
    .where(and(eq(grants.userId, userId), or(isNull(grants.to), gte(grants.to, today))))
    .orderBy(asc(grants.from), asc(grants.id));
}

export type OwnGrantRow = Awaited<ReturnType<typeof listOwnGrants>>[number];

/** How to reach each organisation. */
const contactColumns = {
  organisationId: organisations.id,
  name: organisations.name,
  kind: organisations.kind,
  contactName: organisations.contactName,
  contactEmail: organisations.contactEmail,
  telephone: organisations.telephone,
};

export type ContactRow = Pick<
  typeof organisations.$inferSelect,
  "name" | "kind" | "contactName" | "contactEmail" | "telephone"
> & { organisationId: string };

/** Contacts of these organisations. */
export async function listContacts(
  read: Reader,
  { organisationIds }: { organisationIds: readonly string[] },
): Promise<ContactRow[]> {
  if (organisationIds.length === 0) return [];
  return read
    .select(contactColumns)
    .from(organisations)
    .where(inArray(organisations.id, [...organisationIds]));
}

/** Contacts of the organisations that cover these schools, by name. */
export async function listContactsOfSchools(
  read: Reader,
  { schoolIds }: { schoolIds: readonly string[] },
): Promise<(ContactRow & { schoolId: string })[]> {
  if (schoolIds.length === 0) return [];
  return read
    .select({ ...contactColumns, schoolId: coverage.schoolId })
    .from(coverage)
    .innerJoin(organisations, eq(organisations.id, coverage.organisationId))
    .where(inArray(coverage.schoolId, [...schoolIds]))
    .orderBy(asc(organisations.name), asc(organisations.id));
}

/**
 * Writes a person's name; what is signed already keeps the name it was signed with. False where it is that already, or
 * the account is closed: an erased name stays away.
 */
export async function setUserName(
  tx: Writer,
  { userId, name }: { userId: string; name: string },
): Promise<boolean> {
  const rows = await tx
    .update(users)
    .set({ name, version: sql`${users.version} + 1` })
    .where(and(eq(users.id, userId), ne(users.name, name), isNull(users.disabledAt)))
    .returning({ id: users.id });
  return rows.length === 1;
}

/** Gives a person another address in the place of `from`; false when theirs is another by now. */
export async function replaceUserEmail(
  tx: Writer,
  { userId, from, to }: { userId: string; from: string; to: string },
): Promise<boolean> {
  const rows = await tx
    .update(users)
    .set({ email: to, emailNormal: normal(to), version: sql`${users.version} + 1` })
    .where(and(eq(users.id, userId), eq(users.emailNormal, normal(from))))
    .returning({ id: users.id });
  return rows.length === 1;
}

const normal = (email: string): string => email.trim().toLowerCase();
