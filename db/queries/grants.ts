import { and, asc, eq, gte, inArray, isNull, or } from "drizzle-orm";
import type { Role } from "../../app/domain/policy/actor";
import { grants, users } from "../schema";
import type { Reader, Writer } from "../types";
import { byName } from "./by-name";

/** A school or an organisation. */
export type Place = { schoolId: string } | { organisationId: string };

const at = (place: Place) =>
  "schoolId" in place
    ? eq(grants.schoolId, place.schoolId)
    : eq(grants.organisationId, place.organisationId);

export type PlaceGrant = {
  grantId: string;
  userId: string;
  name: string;
  email: string;
  role: Role;
  questionnaireKey: string | null;
  signingTitle: string | null;
  from: string;
  to: string | null;
};

const columns = {
  grantId: grants.id,
  userId: users.id,
  name: users.name,
  email: users.email,
  role: grants.role,
  questionnaireKey: grants.questionnaireKey,
  signingTitle: grants.signingTitle,
  from: grants.from,
  to: grants.to,
};

/** Every role at a place that counts on `today` or will later, by name and first day. */
export async function listPlaceGrants(
  read: Reader,
  { today, ...place }: Place & { today: string },
): Promise<PlaceGrant[]> {
  const rows = await read
    .select(columns)
    .from(grants)
    .innerJoin(users, eq(users.id, grants.userId))
    .where(and(at(place), isNull(users.disabledAt), or(isNull(grants.to), gte(grants.to, today))))
    .orderBy(asc(grants.from), asc(grants.id));
  return rows.sort(byName);
}

/** Every role at any of these schools that counts on `today` or will later. */
export async function listSchoolsGrants(
  read: Reader,
  scope: { schoolIds: readonly string[]; role: Role; today: string },
) {
  if (scope.schoolIds.length === 0) return [];
  return read
    .select({ ...columns, schoolId: grants.schoolId })
    .from(grants)
    .innerJoin(users, eq(users.id, grants.userId))
    .where(
      and(
        inArray(grants.schoolId, [...scope.schoolIds]),
        eq(grants.role, scope.role),
        isNull(users.disabledAt),
        or(isNull(grants.to), gte(grants.to, scope.today)),
      ),
    );
}

/** The first day anyone had a role in a school; null where nobody ever had. */
export async function firstDayOfSchool(
  read: Reader,
  scope: { schoolId: string },
): Promise<string | null> {
  const rows = await read
    .select({ from: grants.from })
    .from(grants)
    .where(eq(grants.schoolId, scope.schoolId))
    .orderBy(asc(grants.from))
    .limit(1);
  return rows[0]?.from ?? null;
}

type GrantChange = {
  grantId: string;
  /** As it stood when the form was made. */
  was: { from: string; to: string | null };
  set: { from: string; to: string | null; signingTitle: string | null };
};

/** Changes a role at a place; false when it no longer stands as it was. */
export async function changeGrant(
  tx: Writer,
  { grantId, was, set, ...place }: Place & GrantChange,
): Promise<boolean> {
  const rows = await tx
    .update(grants)
    .set(set)
    .where(
      and(
        eq(grants.id, grantId),
        at(place),
        eq(grants.from, was.from),
        was.to === null ? isNull(grants.to) : eq(grants.to, was.to),
      ),
    )
    .returning({ id: grants.id });
  return rows.length === 1;
}

/** Gives roles at a place a last day; answers which there were. */
export async function endGrants(
  tx: Writer,
  { grantIds, lastDay, ...place }: Place & { grantIds: readonly string[]; lastDay: string },
): Promise<string[]> {
  if (grantIds.length === 0) return [];
  const rows = await tx
    .update(grants)
    .set({ to: lastDay })
    .where(and(inArray(grants.id, [...grantIds]), at(place)))
    .returning({ id: grants.id });
  return rows.map(({ id }) => id);
}
