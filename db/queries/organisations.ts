import { and, eq, inArray } from "drizzle-orm";
import { organisations } from "../schema";
import type { Reader, Writer } from "../types";
import { byName } from "./by-name";

const organisationColumns = {
  id: organisations.id,
  key: organisations.key,
  kind: organisations.kind,
  name: organisations.name,
  shortName: organisations.shortName,
  contactName: organisations.contactName,
  contactEmail: organisations.contactEmail,
  demonstration: organisations.demonstration,
  version: organisations.version,
};

export type OrganisationFacts = Pick<
  typeof organisations.$inferSelect,
  keyof typeof organisationColumns
>;

/** The organisation with this key in addresses; the caller asks the policy before it shows it. */
export async function findOrganisationByKey(
  read: Reader,
  key: string,
): Promise<OrganisationFacts | undefined> {
  const rows = await read
    .select(organisationColumns)
    .from(organisations)
    .where(eq(organisations.key, key));
  return rows[0];
}

export async function findOrganisation(
  read: Reader,
  id: string,
): Promise<OrganisationFacts | undefined> {
  const rows = await read
    .select(organisationColumns)
    .from(organisations)
    .where(eq(organisations.id, id));
  return rows[0];
}

/** Those of these organisations that are demonstrations. */
export async function listDemonstrationIds(
  read: Reader,
  organisationIds: readonly string[],
): Promise<string[]> {
  if (organisationIds.length === 0) return [];
  const rows = await read
    .select({ id: organisations.id })
    .from(organisations)
    .where(
      and(inArray(organisations.id, [...organisationIds]), eq(organisations.demonstration, true)),
    );
  return rows.map(({ id }) => id);
}

/** The organisations with these ids, by name. */
export async function listOrganisations(
  read: Reader,
  scope: { organisationIds: readonly string[] },
): Promise<OrganisationFacts[]> {
  if (scope.organisationIds.length === 0) return [];
  const rows = await read
    .select(organisationColumns)
    .from(organisations)
    .where(inArray(organisations.id, [...scope.organisationIds]));
  return rows.sort(byName);
}

/** Every organisation there is, by name: whom a round may be shared with. */
export async function listAllOrganisations(read: Reader): Promise<OrganisationFacts[]> {
  return (await read.select(organisationColumns).from(organisations)).sort(byName);
}

export async function insertOrganisation(
  tx: Writer,
  row: typeof organisations.$inferInsert,
): Promise<void> {
  await tx.insert(organisations).values(row);
}
