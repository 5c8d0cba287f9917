import { and, eq, gte, isNull, lte, or } from "drizzle-orm";
import type { Grant } from "../../app/domain/policy/actor";
import { grants, users } from "../schema";
import type { Reader } from "../types";

export type UserRow = typeof users.$inferSelect;

/** The person with this e-mail address, trimmed and in lower case. */
export async function findUserByEmail(
  db: Reader,
  emailNormal: string,
): Promise<UserRow | undefined> {
  const rows = await db.select().from(users).where(eq(users.emailNormal, emailNormal)).limit(1);
  return rows[0];
}

export async function findUser(db: Reader, id: string): Promise<UserRow | undefined> {
  const rows = await db.select().from(users).where(eq(users.id, id)).limit(1);
  return rows[0];
}

/** The person's grants that count on a day (YYYY-MM-DD, London); both dates of a grant are inclusive. */
export async function grantsInForce(db: Reader, userId: string, day: string): Promise<Grant[]> {
  return db
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
      and(
        eq(grants.userId, userId),
        lte(grants.from, day),
        or(isNull(grants.to), gte(grants.to, day)),
      ),
    );
}
