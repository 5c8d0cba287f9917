import { and, asc, eq, gt, isNull, like, lt, sql } from "drizzle-orm";
import { schoolClaims, schools } from "../schema";
import type { Reader, Writer } from "../types";
import { byName } from "./by-name";

export async function insertSchoolClaim(
  tx: Writer,
  row: typeof schoolClaims.$inferInsert,
): Promise<void> {
  await tx.insert(schoolClaims).values(row);
}

/** How many codes were asked for a school since a moment. */
export async function countSchoolClaims(
  read: Reader,
  scope: { schoolId: string; since: Date },
): Promise<number> {
  return read.$count(
    schoolClaims,
    and(eq(schoolClaims.schoolId, scope.schoolId), gt(schoolClaims.createdAt, scope.since)),
  );
}

export async function findSchoolClaim(read: Reader, id: string) {
  const rows = await read
    .select({
      id: schoolClaims.id,
      schoolId: schoolClaims.schoolId,
      codeHash: schoolClaims.codeHash,
      urn: schools.urn,
      schoolName: schools.name,
    })
    .from(schoolClaims)
    .innerJoin(schools, eq(schools.id, schoolClaims.schoolId))
    .where(eq(schoolClaims.id, id));
  return rows[0];
}

type Open = { id: string; now: Date; mostTries: number };

const isOpen = ({ id, now, mostTries }: Open) =>
  and(
    eq(schoolClaims.id, id),
    isNull(schoolClaims.usedAt),
    gt(schoolClaims.expiresAt, now),
    lt(schoolClaims.tries, mostTries),
  );

/** Counts a try before the code is looked at; false when none is left, or the code was used or has ended. */
export async function takeClaimTry(tx: Writer, open: Open): Promise<boolean> {
  const rows = await tx
    .update(schoolClaims)
    .set({ tries: sql`${schoolClaims.tries} + 1` })
    .where(isOpen(open))
    .returning({ id: schoolClaims.id });
  return rows.length === 1;
}

/** Uses a code up; false when another press was first. */
export async function spendClaim(
  tx: Writer,
  { id, at }: { id: string; at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(schoolClaims)
    .set({ usedAt: at })
    .where(
      and(eq(schoolClaims.id, id), isNull(schoolClaims.usedAt), gt(schoolClaims.expiresAt, at)),
    )
    .returning({ id: schoolClaims.id });
  return rows.length === 1;
}

/** Codes that ended before `endedBefore` are of no more use to anyone. */
export async function deleteOldClaims(tx: Writer, endedBefore: Date): Promise<void> {
  await tx.delete(schoolClaims).where(lt(schoolClaims.expiresAt, endedBefore));
}

const placeColumns = {
  urn: schools.urn,
  name: schools.name,
  town: schools.town,
  postcode: schools.postcode,
};

/** Open schools whose name has every one of these words (without % and _), by name. A public register. */
export async function findSchoolsByWords(
  read: Reader,
  { words, limit }: { words: readonly string[]; limit: number },
) {
  const named = words.map((word) => like(sql`lower(${schools.name})`, `%${word.toLowerCase()}%`));
  const rows = await read
    .select(placeColumns)
    .from(schools)
    .where(and(isNull(schools.closedOn), ...named))
    .orderBy(asc(schools.name))
    .limit(limit);
  return rows.sort(byName);
}
