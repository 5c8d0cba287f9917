import { and, asc, eq } from "drizzle-orm";
import { bankHolidays, terms } from "../schema";
import type { Reader, Writer } from "../types";

export type TermRow = Awaited<ReturnType<typeof listTerms>>[number];

/** An organisation's terms in order of time. Dates are YYYY-MM-DD, both days included. */
export async function listTerms(read: Reader, scope: { organisationId: string }) {
  return read
    .select({
      id: terms.id,
      year: terms.year,
      term: terms.term,
      from: terms.from,
      to: terms.to,
      version: terms.version,
    })
    .from(terms)
    .where(eq(terms.organisationId, scope.organisationId))
    .orderBy(asc(terms.from), asc(terms.id));
}

/** Bank holidays in order, YYYY-MM-DD. */
export async function listBankHolidays(read: Reader): Promise<string[]> {
  const rows = await read
    .select({ date: bankHolidays.date })
    .from(bankHolidays)
    .orderBy(asc(bankHolidays.date));
  return rows.map(({ date }) => date);
}

export async function insertTerms(tx: Writer, rows: (typeof terms.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(terms).values(rows);
}

/** Changes the days of a term, from the version it was read at; false when somebody else was first. */
export async function updateTerm(
  tx: Writer,
  { id, version, from, to }: { id: string; version: number; from: string; to: string },
): Promise<boolean> {
  const changed = await tx
    .update(terms)
    .set({ from, to, version: version + 1 })
    .where(and(eq(terms.id, id), eq(terms.version, version)))
    .returning({ id: terms.id });
  return changed.length === 1;
}

/** Adds days that are not there yet. */
export async function insertBankHolidays(tx: Writer, dates: readonly string[]): Promise<void> {
  if (dates.length === 0) return;
  await tx
    .insert(bankHolidays)
    .values(dates.map((date) => ({ date })))
    .onConflictDoNothing();
}
