import { and, asc, count, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import type { LineKind } from "../../app/domain/register/import-states";
import {
  coverage,
  coverageAuthorities,
  organisations,
  registerImportLinks,
  registerImports,
  registerImportSchools,
  schoolLinks,
  schools,
} from "../schema";
import type { Reader, Writer } from "../types";

export type ImportRow = typeof registerImports.$inferSelect;
export type ImportSchoolRow = typeof registerImportSchools.$inferSelect;
export type ImportLinkRow = typeof registerImportLinks.$inferSelect;
type OfOrganisation = { organisationId: string };
type OfImport = { importId: string };

/** Codes of the authorities an organisation covers, in order. */
export async function listCoveredAuthorities(
  read: Reader,
  { organisationId }: OfOrganisation,
): Promise<string[]> {
  const rows = await read
    .select({ laCode: coverageAuthorities.laCode })
    .from(coverageAuthorities)
    .where(eq(coverageAuthorities.organisationId, organisationId))
    .orderBy(coverageAuthorities.laCode);
  return rows.map(({ laCode }) => laCode);
}

export async function insertCoveredAuthorities(
  tx: Writer,
  rows: (typeof coverageAuthorities.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(coverageAuthorities).values(rows).onConflictDoNothing();
}

/** Forgets which authorities are covered; the schools covered stay so. */
export async function clearCoveredAuthorities(
  tx: Writer,
  { organisationId }: OfOrganisation,
): Promise<void> {
  await tx
    .delete(coverageAuthorities)
    .where(eq(coverageAuthorities.organisationId, organisationId));
}

const comparedColumns = {
  id: schools.id,
  version: schools.version,
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
  telephone: schools.telephone,
  openedOn: schools.openedOn,
  closedOn: schools.closedOn,
  trustName: schools.trustName,
  federationName: schools.federationName,
};

/** Schools a file may be about: those covered, and those of these authorities that another organisation brought in. */
export async function listSchoolsToCompare(
  read: Reader,
  { organisationId, laCodes }: OfOrganisation & { laCodes: readonly string[] },
) {
  const rows = await read
    .select({ ...comparedColumns, coveredBy: coverage.organisationId })
    .from(schools)
    .leftJoin(
      coverage,
      and(eq(coverage.schoolId, schools.id), eq(coverage.organisationId, organisationId)),
    )
    .where(
      or(
        eq(coverage.organisationId, organisationId),
        laCodes.length === 0 ? undefined : inArray(schools.laCode, [...laCodes]),
      ),
    );
  return rows.map(({ coveredBy, ...school }) => ({ ...school, covered: coveredBy !== null }));
}

/** Every link of the register, by URN. */
export async function listLinkUrns(
  read: Reader,
): Promise<{ predecessorUrn: string; successorUrn: string }[]> {
  const urns = await read
    .select({ id: schools.id, urn: schools.urn })
    .from(schools)
    .innerJoin(
      schoolLinks,
      or(eq(schoolLinks.predecessorId, schools.id), eq(schoolLinks.successorId, schools.id)),
    );
  const byId = new Map(urns.map(({ id, urn }) => [id, urn]));
  const links = await read
    .select({ from: schoolLinks.predecessorId, to: schoolLinks.successorId })
    .from(schoolLinks);
  return links.map(({ from, to }) => ({
    predecessorUrn: byId.get(from) ?? "",
    successorUrn: byId.get(to) ?? "",
  }));
}

/** Forgets what waits for an organisation, or was cut short, with its lines: a newer file is there. */
export async function forgetWaitingImports(
  tx: Writer,
  { organisationId }: OfOrganisation,
): Promise<void> {
  await tx
    .delete(registerImports)
    .where(
      and(eq(registerImports.organisationId, organisationId), ne(registerImports.state, "applied")),
    );
}

/** Begins an import that nobody sees until `showImport`, so that its lines can come in small portions. */
export async function insertImport(
  tx: Writer,
  row: typeof registerImports.$inferInsert,
): Promise<void> {
  await tx.insert(registerImports).values(row);
}

/** Lets a file that was compared whole wait to be looked through. */
export async function showImport(tx: Writer, { importId }: OfImport): Promise<void> {
  await tx
    .update(registerImports)
    .set({ state: "waiting" })
    .where(eq(registerImports.id, importId));
}

export async function insertImportSchools(
  tx: Writer,
  rows: (typeof registerImportSchools.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(registerImportSchools).values(rows);
}

export async function insertImportLinks(
  tx: Writer,
  rows: (typeof registerImportLinks.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(registerImportLinks).values(rows).onConflictDoNothing();
}

export async function findImport(
  read: Reader,
  { organisationId, importId }: OfOrganisation & OfImport,
): Promise<ImportRow | undefined> {
  const rows = await read
    .select()
    .from(registerImports)
    .where(
      and(eq(registerImports.id, importId), eq(registerImports.organisationId, organisationId)),
    );
  return rows[0];
}

/** Files that wait or were applied, the newest first. */
export async function listImports(
  read: Reader,
  { organisationId }: OfOrganisation,
): Promise<ImportRow[]> {
  const rows = await read
    .select()
    .from(registerImports)
    .where(
      and(
        eq(registerImports.organisationId, organisationId),
        ne(registerImports.state, "set-aside"),
      ),
    );
  return rows.sort((one, other) => other.preparedAt.getTime() - one.preparedAt.getTime());
}

type Page = OfImport & { kind: LineKind; offset: number; limit: number };

/** A page of an import's lines of one kind, in the order of the file. */
export async function listImportSchools(
  read: Reader,
  { importId, kind, offset, limit }: Page,
): Promise<ImportSchoolRow[]> {
  return read
    .select()
    .from(registerImportSchools)
    .where(and(eq(registerImportSchools.importId, importId), eq(registerImportSchools.kind, kind)))
    .orderBy(asc(registerImportSchools.line), asc(registerImportSchools.urn))
    .offset(offset)
    .limit(limit);
}

/** An import's links, with the names of schools that are in the register. */
export async function listImportLinks(
  read: Reader,
  { importId }: OfImport,
): Promise<ImportLinkRow[]> {
  return read
    .select()
    .from(registerImportLinks)
    .where(eq(registerImportLinks.importId, importId))
    .orderBy(registerImportLinks.predecessorUrn, registerImportLinks.successorUrn);
}

/** Schools that are not as they were when the import was compared. */
export async function countMovedOn(read: Reader, { importId }: OfImport): Promise<number> {
  const { baseVersion } = registerImportSchools;
  const rows = await read
    .select({ number: count() })
    .from(registerImportSchools)
    .leftJoin(schools, eq(schools.urn, registerImportSchools.urn))
    .where(
      and(
        eq(registerImportSchools.importId, importId),
        or(
          and(isNull(baseVersion), sql`${schools.id} is not null`),
          and(sql`${baseVersion} is not null`, isNull(schools.id)),
          ne(baseVersion, schools.version),
        ),
      ),
    );
  return rows[0]?.number ?? 0;
}

/** Marks an import as applied; false where it does not wait, or does not any more. */
export async function markApplied(
  tx: Writer,
  { importId, by, at }: OfImport & { by: string | null; at: Date },
): Promise<boolean> {
  const marked = await tx
    .update(registerImports)
    .set({ state: "applied", appliedBy: by, appliedAt: at })
    .where(and(eq(registerImports.id, importId), eq(registerImports.state, "waiting")))
    .returning({ id: registerImports.id });
  return marked.length === 1;
}

const given = (column: string) => sql.raw(`excluded.${column}`);

/**
 * Writes an import's schools into the register in one statement, however many there are. An import's ids are all new,
 * so a school that is there is known by its URN and keeps its id.
 */
export async function writeImportSchools(tx: Writer, { importId }: OfImport): Promise<void> {
  const stage = registerImportSchools;
  await tx
    .insert(schools)
    .select(
      tx
        .select({
          id: stage.schoolId,
          urn: stage.urn,
          laCode: stage.laCode,
          laName: stage.laName,
          establishmentNumber: stage.establishmentNumber,
          name: stage.name,
          typeName: stage.typeName,
          typeGroup: stage.typeGroup,
          status: stage.status,
          phaseName: stage.phaseName,
          lowAge: stage.lowAge,
          highAge: stage.highAge,
          pupils: stage.pupils,
          street: stage.street,
          town: stage.town,
          postcode: stage.postcode,
          district: stage.district,
          officeEmail: sql<string | null>`cast(null as text)`.as("office_email"),
          telephone: stage.telephone,
          openedOn: stage.openedOn,
          closedOn: stage.closedOn,
          trustName: stage.trustName,
          federationName: stage.federationName,
          demonstration: organisations.demonstration,
          version: sql<number>`1`.as("version"),
          createdAt: registerImports.preparedAt,
        })
        .from(stage)
        .innerJoin(registerImports, eq(registerImports.id, stage.importId))
        .innerJoin(organisations, eq(organisations.id, registerImports.organisationId))
        .where(eq(stage.importId, importId)),
    )
    .onConflictDoUpdate({
      target: schools.urn,
      set: {
        laCode: given("la_code"),
        laName: given("la_name"),
        establishmentNumber: given("establishment_number"),
        name: given("name"),
        typeName: given("type_name"),
        typeGroup: given("type_group"),
        status: given("status"),
        phaseName: given("phase_name"),
        lowAge: given("low_age"),
        highAge: given("high_age"),
        pupils: given("pupils"),
        street: given("street"),
        town: given("town"),
        postcode: given("postcode"),
        district: given("district"),
        telephone: given("telephone"),
        openedOn: given("opened_on"),
        closedOn: given("closed_on"),
        trustName: given("trust_name"),
        federationName: given("federation_name"),
        version: sql`${schools.version} + 1`,
      },
    });
}

/** Has the schools an import adds covered: by its organisation, and by each that covers their authority. */
export async function coverImportSchools(
  tx: Writer,
  { importId, organisationId }: OfImport & OfOrganisation,
): Promise<void> {
  const added = and(
    eq(registerImportSchools.importId, importId),
    eq(registerImportSchools.kind, "added"),
  );
  await tx
    .insert(coverage)
    .select(
      tx
        .select({ organisationId: organisations.id, schoolId: schools.id })
        .from(registerImportSchools)
        .innerJoin(schools, eq(schools.urn, registerImportSchools.urn))
        .innerJoin(organisations, eq(organisations.id, organisationId))
        .where(added),
    )
    .onConflictDoNothing();
  await tx
    .insert(coverage)
    .select(
      tx
        .select({ organisationId: coverageAuthorities.organisationId, schoolId: schools.id })
        .from(registerImportSchools)
        .innerJoin(schools, eq(schools.urn, registerImportSchools.urn))
        .innerJoin(coverageAuthorities, eq(coverageAuthorities.laCode, schools.laCode))
        .where(added),
    )
    .onConflictDoNothing();
}

/** Ids of schools by URN, for those that are in the register. */
export async function listIdsByUrn(
  read: Reader,
  urns: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (urns.length === 0) return new Map();
  const rows = await read
    .select({ id: schools.id, urn: schools.urn })
    .from(schools)
    .where(inArray(schools.urn, [...urns]));
  return new Map(rows.map(({ id, urn }) => [urn, id]));
}

/** Names of schools by URN, for those that are in the register. */
export async function listNamesByUrn(
  read: Reader,
  urns: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (urns.length === 0) return new Map();
  const rows = await read
    .select({ name: schools.name, urn: schools.urn })
    .from(schools)
    .where(inArray(schools.urn, [...urns]));
  return new Map(rows.map(({ name, urn }) => [urn, name]));
}
