import { and, asc, eq } from "drizzle-orm";
import { letterBatches, mails, schoolContacts, schools } from "../schema";
import type { Reader, Writer } from "../types";
import { isAboutSeen, type Seen } from "./of-questionnaires";

/** Notes that letters are sent, once; false where these were sent before. */
export async function insertLetterBatch(
  tx: Writer,
  row: typeof letterBatches.$inferInsert,
): Promise<boolean> {
  const rows = await tx
    .insert(letterBatches)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: letterBatches.id });
  return rows.length === 1;
}

type OfBatch = { organisationId: string; batchId: string };

/** Letters of an organisation that were sent at once; undefined where the reader sees none by this id. */
export async function findLetterBatch(
  read: Reader,
  { organisationId, batchId, ...seen }: OfBatch & Seen,
) {
  const rows = await read
    .select({
      roundId: letterBatches.roundId,
      unreached: letterBatches.unreached,
      createdAt: letterBatches.createdAt,
    })
    .from(letterBatches)
    .where(
      and(
        eq(letterBatches.id, batchId),
        eq(letterBatches.organisationId, organisationId),
        isAboutSeen(read, letterBatches.roundId, seen),
      ),
    );
  return rows[0];
}

/** What became of each letter, by school. A mail is forgotten after a while; its state is then null. */
export async function listLetters(read: Reader, { organisationId, batchId }: OfBatch) {
  return read
    .select({
      schoolId: schools.id,
      urn: schools.urn,
      name: schools.name,
      telephone: schools.telephone,
      withWhom: schoolContacts.withWhom,
      mailId: schoolContacts.mailId,
      email: mails.email,
      state: mails.state,
    })
    .from(schoolContacts)
    .innerJoin(schools, eq(schools.id, schoolContacts.schoolId))
    .leftJoin(mails, eq(mails.id, schoolContacts.mailId))
    .where(
      and(eq(schoolContacts.batchId, batchId), eq(schoolContacts.organisationId, organisationId)),
    )
    .orderBy(asc(schools.name), asc(schoolContacts.id));
}
