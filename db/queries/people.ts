import { and, eq, gte, inArray, isNull, lte, or, type SQL } from "drizzle-orm";
import type { Grant, Role } from "../../app/domain/policy/actor";
import { preparedRead } from "../prepared-query";
import { grants, users } from "../schema";
import type { Reader, Writer } from "../types";
import { byName } from "./by-name";

const userColumns = {
  id: users.id,
  email: users.email,
  name: users.name,
  passwordHash: users.passwordHash,
  disabledAt: users.disabledAt,
  version: users.version,
};

export type UserRow = Omit<typeof users.$inferSelect, "emailNormal" | "createdAt">;

/** The person with this address, however it is written; disabled ones too. */
export async function findUserByEmail(read: Reader, email: string): Promise<UserRow | undefined> {
  const rows = await read
    .select(userColumns)
    .from(users)
    .where(eq(users.emailNormal, email.trim().toLowerCase()));
  return rows[0];
}

export async function findUser(read: Reader, id: string): Promise<UserRow | undefined> {
  const [found] = await userById(read, { id });
  return found;
}

const userById = preparedRead<{ id: string }>()((read, slot) =>
  read
    .select(userColumns)
    .from(users)
    .where(eq(users.id, slot("id", users.id))),
);

const inForce = (today: string | SQL) =>
  and(lte(grants.from, today), or(isNull(grants.to), gte(grants.to, today)));

/** A person's roles on a day (YYYY-MM-DD in London), first and last day included. */
export async function grantsInForce(read: Reader, userId: string, today: string): Promise<Grant[]> {
  return grantsOf(read, { userId, today });
}

const grantsOf = preparedRead<{ userId: string; today: string }>()((read, slot) =>
  read
    .select({
      role: grants.role,
      schoolId: grants.schoolId,
      organisationId: grants.organisationId,
      questionnaireKey: grants.questionnaireKey,
      signingTitle: grants.signingTitle,
      from: grants.from,
      to: grants.to,
    })
    .from(grants)
    .where(
      and(eq(grants.userId, slot("userId", grants.userId)), inForce(slot("today", grants.from))),
    )
    .orderBy(grants.from, grants.id),
);

export type TeamMember = {
  userId: string;
  name: string;
  email: string;
  role: Role;
  questionnaireKey: string | null;
  signingTitle: string | null;
};

/** Everyone with a role in a school on a day, by name; someone with two roles stands twice. */
export async function listSchoolTeam(
  read: Reader,
  scope: { schoolId: string; today: string },
): Promise<TeamMember[]> {
  const rows = await read
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      role: grants.role,
      questionnaireKey: grants.questionnaireKey,
      signingTitle: grants.signingTitle,
    })
    .from(grants)
    .innerJoin(users, eq(users.id, grants.userId))
    .where(
      and(eq(grants.schoolId, scope.schoolId), isNull(users.disabledAt), inForce(scope.today)),
    );
  return rows.sort(byName);
}

/** `emailNormal` is made here, so that it can never differ from `email`. */
export async function insertUser(
  tx: Writer,
  row: Omit<typeof users.$inferInsert, "emailNormal">,
): Promise<void> {
  await tx.insert(users).values({ ...row, emailNormal: row.email.trim().toLowerCase() });
}

export async function insertGrant(tx: Writer, row: typeof grants.$inferInsert): Promise<void> {
  await tx.insert(grants).values(row);
}

/** Names of people by their ids; those who are not there any more are left out. */
export async function listNames(
  read: Reader,
  scope: { userIds: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  if (scope.userIds.length === 0) return new Map();
  const rows = await read
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...new Set(scope.userIds)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
