import { and, eq } from "drizzle-orm";
import { preparedRead } from "../prepared-query";
import { coverage, schoolLinks, schools } from "../schema";
import type { Reader, Writer } from "../types";
import { byName } from "./by-name";

const schoolColumns = {
  id: schools.id,
  urn: schools.urn,
  laCode: schools.laCode,
  laName: schools.laName,
  establishmentNumber: schools.establishmentNumber,
  name: schools.name,
  typeName: schools.typeName,
  typeGroup: schools.typeGroup,
  status: schools.status,
  phaseName: schools.phaseName,
  lowAge: schools.lowAge,
  highAge: schools.highAge,
  pupils: schools.pupils,
  street: schools.street,
  town: schools.town,
  postcode: schools.postcode,
  district: schools.district,
  officeEmail: schools.officeEmail,
  telephone: schools.telephone,
  openedOn: schools.openedOn,
  closedOn: schools.closedOn,
  trustName: schools.trustName,
  federationName: schools.federationName,
  demonstration: schools.demonstration,
  version: schools.version,
};

export type SchoolRow = typeof schools.$inferSelect;
export type SchoolFacts = Omit<SchoolRow, "createdAt">;

/** The school with this URN; undefined when there is none. The caller asks the policy before it shows it. */
export async function findSchoolByUrn(read: Reader, urn: string): Promise<SchoolFacts | undefined> {
  const [found] = await schoolByUrn(read, { urn });
  return found;
}

const schoolByUrn = preparedRead<{ urn: string }>()((read, slot) =>
  read
    .select(schoolColumns)
    .from(schools)
    .where(eq(schools.urn, slot("urn", schools.urn))),
);

export async function findSchool(read: Reader, id: string): Promise<SchoolFacts | undefined> {
  const rows = await read.select(schoolColumns).from(schools).where(eq(schools.id, id));
  return rows[0];
}

/** Schools an organisation covers, by name; `district` narrows to one. */
export async function listSchoolsCovered(
  read: Reader,
  scope: { organisationId: string; district?: string },
): Promise<SchoolFacts[]> {
  const inDistrict =
    scope.district === undefined ? undefined : eq(schools.district, scope.district);
  const rows = await read
    .select(schoolColumns)
    .from(schools)
    .innerJoin(coverage, eq(coverage.schoolId, schools.id))
    .where(and(eq(coverage.organisationId, scope.organisationId), inDistrict));
  return rows.sort(byName);
}

/** Ids of the organisations that cover a school. */
export async function listOrganisationsCovering(
  read: Reader,
  scope: { schoolId: string },
): Promise<string[]> {
  const rows = await read
    .select({ organisationId: coverage.organisationId })
    .from(coverage)
    .where(eq(coverage.schoolId, scope.schoolId));
  return rows.map((row) => row.organisationId).sort();
}

/** Schools this one came from, by conversion, merger or split: their signed copies are read through the link. */
export async function listPredecessors(
  read: Reader,
  scope: { schoolId: string },
): Promise<{ id: string; urn: string; name: string; linkedOn: string | null }[]> {
  const rows = await read
    .select({
      id: schools.id,
      urn: schools.urn,
      name: schools.name,
      linkedOn: schoolLinks.linkedOn,
    })
    .from(schoolLinks)
    .innerJoin(schools, eq(schools.id, schoolLinks.predecessorId))
    .where(eq(schoolLinks.successorId, scope.schoolId));
  return rows.sort(byName);
}

/** Adds schools; at most some hundreds at once (an engine takes a limited number of values in one query). */
export async function insertSchools(
  tx: Writer,
  rows: (typeof schools.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(schools).values(rows);
}

export async function insertCoverage(
  tx: Writer,
  rows: (typeof coverage.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(coverage).values(rows).onConflictDoNothing();
}

export async function insertSchoolLinks(
  tx: Writer,
  rows: (typeof schoolLinks.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(schoolLinks).values(rows).onConflictDoNothing();
}
