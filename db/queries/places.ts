import { asc, inArray, like } from "drizzle-orm";
import { organisations, schools, users } from "../schema";
import type { Reader } from "../types";
import { byName } from "./by-name";

/** Address part and name of schools, by name. */
export async function listSchoolPlaces(
  db: Reader,
  schoolIds: readonly string[],
): Promise<{ id: string; urn: string; name: string }[]> {
  if (schoolIds.length === 0) return [];
  const rows = await db
    .select({ id: schools.id, urn: schools.urn, name: schools.name })
    .from(schools)
    .where(inArray(schools.id, [...schoolIds]));
  return rows.sort(byName);
}

/** Address part and name of organisations, by name. */
export async function listOrganisationPlaces(
  db: Reader,
  organisationIds: readonly string[],
): Promise<{ id: string; key: string; name: string }[]> {
  if (organisationIds.length === 0) return [];
  const rows = await db
    .select({ id: organisations.id, key: organisations.key, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, [...organisationIds]));
  return rows.sort(byName);
}

/** People of the demonstration: those at demo.test, an address nobody can own. */
export async function listDemonstrationPeople(
  db: Reader,
): Promise<{ id: string; email: string; name: string }[]> {
  return db
    .select({ id: users.id, email: users.email, name: users.name })
    .from(users)
    .where(like(users.emailNormal, "%@demo.test"))
    .orderBy(asc(users.createdAt), asc(users.id));
}
