import { and, asc, eq } from "drizzle-orm";
import { MAIL_SCHEMAS, type MailData } from "~/domain/mail/templates";
import { mails } from "~db/schema";
import type { TestApp } from "~tests/support/test-app";

/** A mail about a visit: to whom, and what it says. */
export type SentLetter = { to: string } & MailData<"visit-step">;

/** Mails about visits that were asked for, oldest first. */
export async function lettersOf(app: TestApp, what?: SentLetter["what"]): Promise<SentLetter[]> {
  const rows = await app.db.read
    .select({ name: mails.name, data: mails.data })
    .from(mails)
    .where(and(eq(mails.template, "visit-step")))
    .orderBy(asc(mails.id));
  const letters = rows.map(({ name, data }) => {
    const stored: unknown = JSON.parse(data ?? "null");
    return { to: name, ...MAIL_SCHEMAS["visit-step"].parse(stored) };
  });
  return letters.filter((letter) => what === undefined || letter.what === what);
}

/** Names of those who were written to. */
export const namesOf = (letters: readonly SentLetter[]): string[] =>
  letters.map(({ to }) => to).sort();
