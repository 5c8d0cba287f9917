import { desc, eq } from "drizzle-orm";
import { caughtMails } from "../schema";
import type { Reader, Writer } from "../types";

export type CaughtMail = typeof caughtMails.$inferSelect;

/** Enough to find the mail one has just caused. */
const NEWEST = 200;

export async function insertCaughtMail(tx: Writer, mail: CaughtMail): Promise<void> {
  await tx.insert(caughtMails).values(mail);
}

/** The newest 200, newest first. */
export async function listCaughtMails(read: Reader): Promise<CaughtMail[]> {
  return read
    .select()
    .from(caughtMails)
    .orderBy(desc(caughtMails.caughtAt), desc(caughtMails.id))
    .limit(NEWEST);
}

export async function findCaughtMail(read: Reader, id: string): Promise<CaughtMail | undefined> {
  const rows = await read.select().from(caughtMails).where(eq(caughtMails.id, id));
  return rows[0];
}
