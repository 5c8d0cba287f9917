import { and, eq, gte, inArray, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import { coverage, grants, mails, users } from "../schema";
import type { Reader } from "../types";

/** A mail about a school, or to somebody with a role there, whose address was refused and has taken none since. */
export type CameBack = { schoolId: string; email: string; at: Date };

type OnDay = { organisationId: string; today: string };

/** Mails to the schools of an organisation that came back, the newest of each address. */
export async function listCameBack(read: Reader, scope: OnDay): Promise<CameBack[]> {
  const found = [...(await aboutSchools(read, scope)), ...(await toPeople(read, scope))];
  const taken = await takenSince(read, [...new Set(found.map(({ email }) => email))]);
  const open = found.filter(({ email, at }) => (taken.get(email) ?? new Date(0)) < at);
  const newest = new Map<string, CameBack>();
  for (const one of open.sort((a, b) => a.at.getTime() - b.at.getTime())) {
    newest.set(`${one.schoolId} ${one.email}`, one);
  }
  return [...newest.values()];
}

const refused = and(eq(mails.state, "bounced"), isNull(mails.seenAt), isNotNull(mails.settledAt));

async function aboutSchools(read: Reader, { organisationId }: OnDay): Promise<CameBack[]> {
  const rows = await read
    .select({ schoolId: coverage.schoolId, email: mails.email, at: mails.settledAt })
    .from(mails)
    .innerJoin(coverage, eq(coverage.schoolId, mails.schoolId))
    .where(and(refused, eq(coverage.organisationId, organisationId)));
  return rows.flatMap(({ at, ...row }) => (at === null ? [] : [{ ...row, at }]));
}

async function toPeople(read: Reader, { organisationId, today }: OnDay): Promise<CameBack[]> {
  const inForce = and(lte(grants.from, today), or(isNull(grants.to), gte(grants.to, today)));
  const rows = await read
    .select({ schoolId: coverage.schoolId, email: mails.email, at: mails.settledAt })
    .from(mails)
    .innerJoin(users, and(eq(users.id, mails.userId), eq(users.email, mails.email)))
    .innerJoin(grants, and(eq(grants.userId, users.id), inForce))
    .innerJoin(coverage, eq(coverage.schoolId, grants.schoolId))
    .where(and(refused, eq(coverage.organisationId, organisationId)));
  return rows.flatMap(({ at, ...row }) => (at === null ? [] : [{ ...row, at }]));
}

/** When each address last took a mail. */
async function takenSince(read: Reader, emails: readonly string[]): Promise<Map<string, Date>> {
  if (emails.length === 0) return new Map();
  const last = sql<number>`max(${mails.settledAt})`.mapWith(mails.settledAt);
  const rows = await read
    .select({ email: mails.email, last })
    .from(mails)
    .where(and(eq(mails.state, "sent"), inArray(mails.email, [...emails])))
    .groupBy(mails.email);
  return new Map(rows.map(({ email, last: at }) => [email, at]));
}
