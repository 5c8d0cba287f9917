import { and, asc, eq, gte, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { coverage, districtCovers, grants, officerDistricts, schools, users } from "../schema";
import type { Reader, Writer } from "../types";

type OfOrganisation = { organisationId: string };
type OnDay = OfOrganisation & { today: string };

/** The district of a school in lists: where the register has none, its authority. */
export const districtOfSchool = sql<string>`coalesce(${schools.district}, ${schools.laName})`;

const officersOn = ({ organisationId, today }: OnDay) =>
  and(
    eq(grants.organisationId, organisationId),
    inArray(grants.role, ["officer", "manager"]),
    lte(grants.from, today),
    or(isNull(grants.to), gte(grants.to, today)),
  );

/** Officers and managers with a role on a day, by name; one with two roles stands twice. */
export async function listOfficers(read: Reader, scope: OnDay) {
  return read
    .select({ userId: users.id, name: users.name, email: users.email, role: grants.role })
    .from(grants)
    .innerJoin(users, eq(users.id, grants.userId))
    .where(and(officersOn(scope), isNull(users.disabledAt)))
    .orderBy(asc(users.name), asc(users.id));
}

/** Which districts are whose on a day. */
export async function listOfficerDistricts(read: Reader, scope: OnDay) {
  return read
    .select({
      userId: grants.userId,
      name: users.name,
      email: users.email,
      district: officerDistricts.district,
    })
    .from(officerDistricts)
    .innerJoin(grants, eq(grants.id, officerDistricts.grantId))
    .innerJoin(users, eq(users.id, grants.userId))
    .where(and(officersOn(scope), isNull(users.disabledAt)))
    .orderBy(asc(users.name), asc(officerDistricts.district));
}

/** The districts of roles, by role. */
export async function listDistrictsOfGrants(
  read: Reader,
  { grantIds }: { grantIds: readonly string[] },
): Promise<{ grantId: string; district: string }[]> {
  if (grantIds.length === 0) return [];
  return read
    .select({ grantId: officerDistricts.grantId, district: officerDistricts.district })
    .from(officerDistricts)
    .where(inArray(officerDistricts.grantId, [...grantIds]))
    .orderBy(asc(officerDistricts.district));
}

/** Gives a role these districts and no others. */
export async function setOfficerDistricts(
  tx: Writer,
  { grantId, districts }: { grantId: string; districts: readonly string[] },
): Promise<void> {
  await tx.delete(officerDistricts).where(eq(officerDistricts.grantId, grantId));
  if (districts.length === 0) return;
  await tx.insert(officerDistricts).values(districts.map((district) => ({ grantId, district })));
}

/** Every district in which an organisation covers a school. */
export async function listDistricts(
  read: Reader,
  { organisationId }: OfOrganisation,
): Promise<string[]> {
  const rows = await read
    .selectDistinct({ district: districtOfSchool })
    .from(coverage)
    .innerJoin(schools, eq(schools.id, coverage.schoolId))
    .where(eq(coverage.organisationId, organisationId));
  return rows.map(({ district }) => district).sort((a, b) => a.localeCompare(b, "en-GB"));
}

/** Covers that count on a day or will later, the earliest first. */
export async function listCovers(read: Reader, { organisationId, today }: OnDay) {
  const rows = await read
    .select({
      id: districtCovers.id,
      ownerId: districtCovers.ownerId,
      ownerName: users.name,
      coveredBy: districtCovers.coveredBy,
      districts: districtCovers.districts,
      from: districtCovers.from,
      to: districtCovers.to,
    })
    .from(districtCovers)
    .innerJoin(users, eq(users.id, districtCovers.ownerId))
    .where(and(eq(districtCovers.organisationId, organisationId), gte(districtCovers.to, today)))
    .orderBy(asc(districtCovers.from), asc(districtCovers.id));
  return rows;
}

export async function insertCover(
  tx: Writer,
  row: typeof districtCovers.$inferInsert,
): Promise<void> {
  await tx.insert(districtCovers).values(row);
}

/** Takes a cover away; false when there is none of this organisation's by this id any more. */
export async function deleteCover(
  tx: Writer,
  { organisationId, coverId }: OfOrganisation & { coverId: string },
): Promise<boolean> {
  const rows = await tx
    .delete(districtCovers)
    .where(and(eq(districtCovers.id, coverId), eq(districtCovers.organisationId, organisationId)))
    .returning({ id: districtCovers.id });
  return rows.length === 1;
}

/** How many schools an organisation covers; in some districts where they are given. */
export async function countSchools(
  read: Reader,
  { organisationId, districts }: OfOrganisation & { districts: readonly string[] | null },
): Promise<number> {
  const rows = await read
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(coverage)
    .innerJoin(schools, eq(schools.id, coverage.schoolId))
    .where(
      and(
        eq(coverage.organisationId, organisationId),
        districts === null ? undefined : inArray(districtOfSchool, [...districts]),
      ),
    );
  return rows[0]?.count ?? 0;
}
