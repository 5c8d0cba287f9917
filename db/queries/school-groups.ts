import { and, eq, exists, inArray, or, sql } from "drizzle-orm";
import type { GroupFact, GroupKind } from "../../app/domain/register/group-kinds";
import { coverage, schoolGroupMembers, schoolGroupRules, schoolGroups, schools } from "../schema";
import type { Reader, Writer } from "../types";
import { byName } from "./by-name";

export type GroupRow = { id: string; kind: GroupKind; name: string; version: number };
export type GroupRule = { fact: GroupFact; value: string };

const groupColumns = {
  id: schoolGroups.id,
  kind: schoolGroups.kind,
  name: schoolGroups.name,
  version: schoolGroups.version,
};

/** An organisation's groups of schools, by name. */
export async function listGroups(
  read: Reader,
  { organisationId }: { organisationId: string },
): Promise<GroupRow[]> {
  const rows = await read
    .select(groupColumns)
    .from(schoolGroups)
    .where(eq(schoolGroups.organisationId, organisationId));
  return rows.sort(byName);
}

/** One group of an organisation; undefined where it has none by this id. */
export async function findGroup(
  read: Reader,
  scope: { organisationId: string; groupId: string },
): Promise<GroupRow | undefined> {
  const rows = await read
    .select(groupColumns)
    .from(schoolGroups)
    .where(
      and(
        eq(schoolGroups.organisationId, scope.organisationId),
        eq(schoolGroups.id, scope.groupId),
      ),
    );
  return rows[0];
}

/** Put there by hand, or taken in by a rule on the school's district or trust. */
export function isMember(read: Reader) {
  const byHand = read
    .select({ one: sql`1` })
    .from(schoolGroupMembers)
    .where(
      and(
        eq(schoolGroupMembers.groupId, schoolGroups.id),
        eq(schoolGroupMembers.schoolId, schools.id),
      ),
    );
  const byRule = read
    .select({ one: sql`1` })
    .from(schoolGroupRules)
    .where(
      and(
        eq(schoolGroupRules.groupId, schoolGroups.id),
        or(
          and(eq(schoolGroupRules.fact, "district"), eq(schoolGroupRules.value, schools.district)),
          and(eq(schoolGroupRules.fact, "trust"), eq(schoolGroupRules.value, schools.trustName)),
        ),
      ),
    );
  return or(exists(byHand), exists(byRule));
}

/**
 * Schools by group: each school the organisation covers with each of the groups asked for that it is in (all of the
 * organisation's where `groupIds` is left out). A school of two groups stands twice.
 */
export async function listSchoolsByGroup(
  read: Reader,
  scope: { organisationId: string; groupIds?: readonly string[] },
): Promise<{ groupId: string; schoolId: string }[]> {
  const { organisationId, groupIds } = scope;
  return read
    .select({ groupId: schoolGroups.id, schoolId: schools.id })
    .from(schoolGroups)
    .innerJoin(coverage, eq(coverage.organisationId, schoolGroups.organisationId))
    .innerJoin(schools, eq(schools.id, coverage.schoolId))
    .where(
      and(
        eq(schoolGroups.organisationId, organisationId),
        groupIds === undefined ? undefined : inArray(schoolGroups.id, [...groupIds]),
        isMember(read),
      ),
    );
}

/** Schools put into a group by hand, by name. */
export async function listMembers(
  read: Reader,
  { groupId }: { groupId: string },
): Promise<{ id: string; urn: string; name: string }[]> {
  const rows = await read
    .select({ id: schools.id, urn: schools.urn, name: schools.name })
    .from(schoolGroupMembers)
    .innerJoin(schools, eq(schools.id, schoolGroupMembers.schoolId))
    .where(eq(schoolGroupMembers.groupId, groupId));
  return rows.sort(byName);
}

/** Schools put by hand into any group of an organisation. */
export async function listPutByHand(
  read: Reader,
  { organisationId }: { organisationId: string },
): Promise<{ groupId: string; urn: string }[]> {
  return read
    .select({ groupId: schoolGroupMembers.groupId, urn: schools.urn })
    .from(schoolGroupMembers)
    .innerJoin(schoolGroups, eq(schoolGroups.id, schoolGroupMembers.groupId))
    .innerJoin(schools, eq(schools.id, schoolGroupMembers.schoolId))
    .where(eq(schoolGroups.organisationId, organisationId));
}

/** What takes schools into groups by itself, by group. */
export async function listGroupRules(
  read: Reader,
  { organisationId }: { organisationId: string },
): Promise<(GroupRule & { groupId: string })[]> {
  return read
    .select({
      groupId: schoolGroupRules.groupId,
      fact: schoolGroupRules.fact,
      value: schoolGroupRules.value,
    })
    .from(schoolGroupRules)
    .innerJoin(schoolGroups, eq(schoolGroups.id, schoolGroupRules.groupId))
    .where(eq(schoolGroups.organisationId, organisationId))
    .orderBy(schoolGroupRules.value);
}

/** Whether another group of this kind has the name already. */
export async function isGroupNameTaken(
  read: Reader,
  group: { organisationId: string; kind: GroupKind; name: string; otherThan: string | null },
): Promise<boolean> {
  const rows = await read
    .select({ id: schoolGroups.id })
    .from(schoolGroups)
    .where(
      and(
        eq(schoolGroups.organisationId, group.organisationId),
        eq(schoolGroups.kind, group.kind),
        eq(schoolGroups.name, group.name),
      ),
    );
  return rows.some(({ id }) => id !== group.otherThan);
}

export async function insertGroups(
  tx: Writer,
  rows: (typeof schoolGroups.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(schoolGroups).values(rows);
}

export async function insertGroupRules(
  tx: Writer,
  rows: (typeof schoolGroupRules.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(schoolGroupRules).values(rows).onConflictDoNothing();
}

export async function insertGroupMembers(
  tx: Writer,
  rows: (typeof schoolGroupMembers.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(schoolGroupMembers).values(rows).onConflictDoNothing();
}

/** Gives a group a name and a new version; false where it has moved on since `version`. */
export async function changeGroup(
  tx: Writer,
  { groupId, name, version }: { groupId: string; name: string; version: number },
): Promise<boolean> {
  const changed = await tx
    .update(schoolGroups)
    .set({ name, version: version + 1 })
    .where(and(eq(schoolGroups.id, groupId), eq(schoolGroups.version, version)))
    .returning({ id: schoolGroups.id });
  return changed.length === 1;
}

/** Empties a group of what was put in by hand and of its rules. */
export async function clearGroup(tx: Writer, { groupId }: { groupId: string }): Promise<void> {
  await tx.delete(schoolGroupMembers).where(eq(schoolGroupMembers.groupId, groupId));
  await tx.delete(schoolGroupRules).where(eq(schoolGroupRules.groupId, groupId));
}

/** Takes out the schools that were put in by hand; rules stay. */
export async function clearMembers(tx: Writer, { groupId }: { groupId: string }): Promise<void> {
  await tx.delete(schoolGroupMembers).where(eq(schoolGroupMembers.groupId, groupId));
}

/** Takes a group away; its schools stay. False where it has moved on since `version`. */
export async function deleteGroup(
  tx: Writer,
  { groupId, version }: { groupId: string; version: number },
): Promise<boolean> {
  const gone = await tx
    .delete(schoolGroups)
    .where(and(eq(schoolGroups.id, groupId), eq(schoolGroups.version, version)))
    .returning({ id: schoolGroups.id });
  return gone.length === 1;
}
