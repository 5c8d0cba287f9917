import { asc, eq, inArray } from "drizzle-orm";
import type { OrganisationKind } from "../../app/domain/organisation/organisation";
import type { Role } from "../../app/domain/policy/actor";
import { coverage, grants, organisations, schools, users } from "../schema";
import type { Reader } from "../types";

export type HeldGrant = {
  role: Role;
  schoolId: string | null;
  organisationId: string | null;
  schoolName: string | null;
  organisationName: string | null;
  organisationKind: OrganisationKind | null;
  questionnaireKey: string | null;
  signingTitle: string | null;
  from: string;
  to: string | null;
  createdAt: Date;
};

/** Every role a person has, had or will have, with the name of its place, oldest first. */
export async function listGrantsOfPerson(read: Reader, userId: string): Promise<HeldGrant[]> {
  return read
    .select({
      role: grants.role,
      schoolId: grants.schoolId,
      organisationId: grants.organisationId,
      schoolName: schools.name,
      organisationName: organisations.name,
      organisationKind: organisations.kind,
      questionnaireKey: grants.questionnaireKey,
      signingTitle: grants.signingTitle,
      from: grants.from,
      to: grants.to,
      createdAt: grants.createdAt,
    })
    .from(grants)
    .leftJoin(schools, eq(schools.id, grants.schoolId))
    .leftJoin(organisations, eq(organisations.id, grants.organisationId))
    .where(eq(grants.userId, userId))
    .orderBy(asc(grants.from), asc(grants.id));
}

/** Which organisations cover which of these schools. */
export async function listCoverageOf(read: Reader, schoolIds: readonly string[]) {
  if (schoolIds.length === 0) return [];
  return read
    .select()
    .from(coverage)
    .where(inArray(coverage.schoolId, [...schoolIds]));
}

/** Where and until when everyone has had roles, and when their account was made, for those who can be erased. */
export async function listLastDays(read: Reader) {
  return read
    .select({
      userId: users.id,
      createdAt: users.createdAt,
      disabledAt: users.disabledAt,
      schoolId: grants.schoolId,
      organisationId: grants.organisationId,
      grantId: grants.id,
      to: grants.to,
    })
    .from(users)
    .leftJoin(grants, eq(grants.userId, users.id))
    .orderBy(asc(users.id));
}
