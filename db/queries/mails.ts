import { and, desc, eq, exists, gte, inArray, isNotNull, isNull, lt, lte, or } from "drizzle-orm";
import type { MailState } from "../../app/domain/mail/states";
import type { MailTemplate } from "../../app/domain/mail/templates";
import { coverage, grants, mails, outbox, schools } from "../schema";
import type { Reader, Writer } from "../types";

export type NewMail = {
  id: string;
  template: MailTemplate;
  to: { userId: string | null; email: string; name: string };
  data: object;
  about: { schoolId?: string; organisationId?: string };
  at: Date;
};

/** Writes a mail down; `queueMail` asks for its sending in the same transaction. */
export async function insertMail(tx: Writer, mail: NewMail): Promise<void> {
  await tx.insert(mails).values({
    id: mail.id,
    template: mail.template,
    ...mail.to,
    data: JSON.stringify(mail.data),
    state: "queued",
    ...mail.about,
    queuedAt: mail.at,
  });
}

export type MailRow = typeof mails.$inferSelect;

export async function findMail(read: Reader, id: string): Promise<MailRow | undefined> {
  const rows = await read.select().from(mails).where(eq(mails.id, id));
  return rows[0];
}

type Settled = {
  id: string;
  state: Exclude<MailState, "queued">;
  at: Date;
  bounceCode?: string;
};

/** Says what became of a mail, and forgets what it said: links in it are secrets. */
export async function settleMail(tx: Writer, settled: Settled): Promise<void> {
  const { id, state, at, bounceCode = null } = settled;
  await tx
    .update(mails)
    .set({ state, settledAt: at, bounceCode, data: null })
    .where(and(eq(mails.id, id), eq(mails.state, "queued")));
}

/** Forgets mails settled before a moment; who was written to is not kept for ever. */
export async function deleteMailsSettledBefore(tx: Writer, before: Date): Promise<number> {
  const rows = await tx
    .delete(mails)
    .where(and(isNotNull(mails.settledAt), lt(mails.settledAt, before)))
    .returning({ id: mails.id });
  return rows.length;
}

type OfOrganisation = { organisationId: string; today: string };

/**
 * Mails an organisation's managers look after: about the organisation, about a school it covers, and, where a mail is
 * about no place, to someone with a role in one of them today.
 */
function isLookedAfterBy(read: Reader, { organisationId, today }: OfOrganisation) {
  const covered = read
    .select({ id: coverage.schoolId })
    .from(coverage)
    .where(eq(coverage.organisationId, organisationId));
  const inForce = and(lte(grants.from, today), or(isNull(grants.to), gte(grants.to, today)));
  const role = read
    .select({ id: grants.id })
    .from(grants)
    .where(
      and(
        eq(grants.userId, mails.userId),
        inForce,
        or(eq(grants.organisationId, organisationId), inArray(grants.schoolId, covered)),
      ),
    );
  return or(
    eq(mails.organisationId, organisationId),
    and(isNull(mails.organisationId), inArray(mails.schoolId, covered)),
    and(isNull(mails.organisationId), isNull(mails.schoolId), exists(role)),
  );
}

const troubleColumns = {
  id: mails.id,
  template: mails.template,
  name: mails.name,
  email: mails.email,
  schoolName: schools.name,
  officeEmail: schools.officeEmail,
  telephone: schools.telephone,
};

/** Mails that came back and that nobody has dealt with, newest first. */
export async function listBouncedMails(read: Reader, scope: OfOrganisation) {
  return read
    .select({ ...troubleColumns, code: mails.bounceCode, at: mails.settledAt })
    .from(mails)
    .leftJoin(schools, eq(schools.id, mails.schoolId))
    .where(and(eq(mails.state, "bounced"), isNull(mails.seenAt), isLookedAfterBy(read, scope)))
    .orderBy(desc(mails.settledAt), desc(mails.id));
}

/** Mails that could not leave after several tries, newest first. */
export async function listParkedMails(read: Reader, scope: OfOrganisation) {
  return read
    .select({
      ...troubleColumns,
      tries: outbox.tries,
      problem: outbox.problem,
      since: outbox.createdAt,
    })
    .from(mails)
    .innerJoin(outbox, eq(outbox.id, mails.id))
    .leftJoin(schools, eq(schools.id, mails.schoolId))
    .where(and(eq(outbox.state, "parked"), isLookedAfterBy(read, scope)))
    .orderBy(desc(mails.queuedAt), desc(mails.id));
}

/** Whether an organisation's managers look after this mail. */
export async function isMailOf(
  read: Reader,
  scope: OfOrganisation & { mailId: string },
): Promise<boolean> {
  const rows = await read
    .select({ id: mails.id })
    .from(mails)
    .where(and(eq(mails.id, scope.mailId), isLookedAfterBy(read, scope)));
  return rows.length === 1;
}

/** A manager has dealt with a mail that came back; false when it is not one, or was dealt with before. */
export async function noteBounceSeen(
  tx: Writer,
  seen: { mailId: string; at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(mails)
    .set({ seenAt: seen.at })
    .where(and(eq(mails.id, seen.mailId), eq(mails.state, "bounced"), isNull(mails.seenAt)))
    .returning({ id: mails.id });
  return rows.length === 1;
}
