import { and, asc, inArray, isNotNull, lt, min, or, lte } from "drizzle-orm";
import type { ServiceKind } from "../../app/domain/personal-data/retention-schedule";
import type { AnyColumn, AnyTable } from "../columns";
import {
  caughtMails,
  coverage,
  freshProofs,
  halfSessions,
  invitations,
  mails,
  organisations,
  outbox,
  passwordResets,
  pendingIdentities,
  retentionReports,
  schoolClaims,
  sessions,
  sessionTombstones,
  singleSignOnFlows,
} from "../schema";
import type { Reader, Writer } from "../types";

/** What says whose schedule a row goes by. */
type Placed = {
  id: string;
  schoolId: string | null;
  organisationId: string | null;
  userId: string | null;
};

/** Mails that have left, came back or were dropped. One that is parked waits for a manager. */
export async function listSettledMails(
  read: Reader,
): Promise<(Placed & { bounced: boolean; at: Date })[]> {
  const rows = await read
    .select({
      id: mails.id,
      schoolId: mails.schoolId,
      organisationId: mails.organisationId,
      userId: mails.userId,
      state: mails.state,
      settledAt: mails.settledAt,
    })
    .from(mails)
    .where(isNotNull(mails.settledAt))
    .orderBy(asc(mails.settledAt));
  return rows.flatMap(({ state, settledAt, ...row }) =>
    settledAt === null ? [] : [{ ...row, bounced: state === "bounced", at: settledAt }],
  );
}

/** Invitations that lead nowhere any more, and since when. */
export async function listClosedInvitations(
  read: Reader,
  now: Date,
): Promise<(Placed & { at: Date })[]> {
  const rows = await read
    .select({
      id: invitations.id,
      schoolId: invitations.schoolId,
      organisationId: invitations.organisationId,
      acceptedAt: invitations.acceptedAt,
      withdrawnAt: invitations.withdrawnAt,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(
      or(
        isNotNull(invitations.acceptedAt),
        isNotNull(invitations.withdrawnAt),
        lte(invitations.expiresAt, now),
      ),
    );
  return rows.map(({ acceptedAt, withdrawnAt, expiresAt, ...row }) => ({
    ...row,
    userId: null,
    at: acceptedAt ?? withdrawnAt ?? expiresAt,
  }));
}

export async function listAllCoverage(read: Reader) {
  return read.select().from(coverage);
}

/** Whom people ask about their data, organisation by organisation. */
export async function listContacts(read: Reader) {
  return read
    .select({
      id: organisations.id,
      name: organisations.name,
      contactName: organisations.contactName,
      contactEmail: organisations.contactEmail,
    })
    .from(organisations)
    .orderBy(asc(organisations.name), asc(organisations.id));
}

export async function listOrganisationIds(read: Reader): Promise<string[]> {
  const rows = await read.select({ id: organisations.id }).from(organisations);
  return rows.map(({ id }) => id);
}

export async function deleteMails(tx: Writer, ids: readonly string[]): Promise<number> {
  const rows = await tx
    .delete(mails)
    .where(inArray(mails.id, [...ids]))
    .returning({ id: mails.id });
  return rows.length;
}

export async function deleteInvitations(tx: Writer, ids: readonly string[]): Promise<number> {
  const rows = await tx
    .delete(invitations)
    .where(inArray(invitations.id, [...ids]))
    .returning({ id: invitations.id });
  return rows.length;
}

type Ending = { table: AnyTable; id: AnyColumn; at: AnyColumn };

/** Where each kind of thing that the service sweeps up stands, and the column that says when it ended. */
const ENDINGS: Record<ServiceKind, readonly Ending[]> = {
  sessions: [{ table: sessions, id: sessions.id, at: sessions.expiresAt }],
  "kept-text": [
    { table: sessionTombstones, id: sessionTombstones.id, at: sessionTombstones.expiresAt },
  ],
  "half-sessions": [{ table: halfSessions, id: halfSessions.id, at: halfSessions.expiresAt }],
  "password-resets": [
    { table: passwordResets, id: passwordResets.id, at: passwordResets.expiresAt },
  ],
  "school-claims": [{ table: schoolClaims, id: schoolClaims.id, at: schoolClaims.expiresAt }],
  "single-sign-on": [
    { table: singleSignOnFlows, id: singleSignOnFlows.id, at: singleSignOnFlows.expiresAt },
    { table: pendingIdentities, id: pendingIdentities.id, at: pendingIdentities.expiresAt },
  ],
  // What is not done has no end yet.
  outbox: [{ table: outbox, id: outbox.id, at: outbox.doneAt }],
  "caught-mails": [{ table: caughtMails, id: caughtMails.id, at: caughtMails.caughtAt }],
  reports: [{ table: retentionReports, id: retentionReports.id, at: retentionReports.at }],
};

/** Deletes up to `limit` things of a kind that ended before a moment; answers how many. */
export async function sweep(
  tx: Writer,
  { kind, before, limit }: { kind: ServiceKind; before: Date; limit: number },
): Promise<number> {
  let swept = 0;
  for (const { table, id, at } of ENDINGS[kind]) {
    const rows = await tx
      .select({ id })
      .from(table)
      .where(lt(at, before))
      .limit(limit - swept);
    if (rows.length === 0) continue;
    const ids = rows.map((row) => String(row.id));
    await tx.delete(table).where(inArray(id, ids));
    swept += rows.length;
  }
  return swept;
}

/** When the oldest thing of a kind that is still kept ended; null: there is none that has an end. */
export async function oldestOf(read: Reader, kind: ServiceKind): Promise<Date | null> {
  const found: Date[] = [];
  for (const { table, at } of ENDINGS[kind]) {
    const [row] = await read
      .select({ at: min(at) })
      .from(table)
      .where(isNotNull(at));
    const value: unknown = row?.at;
    if (value instanceof Date) found.push(value);
  }
  return found.sort((one, other) => one.getTime() - other.getTime())[0] ?? null;
}

/** Proofs given at a provider before a moment: each is for one use, minutes after it. */
export async function deleteOldProofs(tx: Writer, before: Date): Promise<void> {
  await tx.delete(freshProofs).where(and(lt(freshProofs.provenAt, before)));
}
