import { and, desc, eq, isNull } from "drizzle-orm";
import type { NoticeKind, NoticeOutcome } from "../../app/domain/personal-data/retention-words";
import {
  retentionChoices,
  retentionNotices,
  retentionReports,
  retentionSchedules,
} from "../schema";
import type { Reader, Writer } from "../types";

export type ScheduleRow = typeof retentionSchedules.$inferSelect;

export async function listSchedules(read: Reader): Promise<ScheduleRow[]> {
  return read.select().from(retentionSchedules);
}

export async function findSchedule(
  read: Reader,
  organisationId: string,
): Promise<ScheduleRow | undefined> {
  const rows = await read
    .select()
    .from(retentionSchedules)
    .where(eq(retentionSchedules.organisationId, organisationId));
  return rows[0];
}

/** Writes a schedule that stood at `row.version - 1`; false when it moved meanwhile. */
export async function writeSchedule(tx: Writer, row: ScheduleRow): Promise<boolean> {
  const { organisationId, ...set } = row;
  const rows =
    row.version === 1
      ? await tx.insert(retentionSchedules).values(row).onConflictDoNothing().returning()
      : await tx
          .update(retentionSchedules)
          .set(set)
          .where(
            and(
              eq(retentionSchedules.organisationId, organisationId),
              eq(retentionSchedules.version, row.version - 1),
            ),
          )
          .returning();
  return rows.length === 1;
}

export type ChoiceRow = typeof retentionChoices.$inferSelect;

export async function listChoices(read: Reader): Promise<ChoiceRow[]> {
  return read.select().from(retentionChoices);
}

export async function findChoice(read: Reader, schoolId: string): Promise<ChoiceRow | undefined> {
  const rows = await read
    .select()
    .from(retentionChoices)
    .where(eq(retentionChoices.schoolId, schoolId));
  return rows[0];
}

/** As `writeSchedule`. */
export async function writeChoice(tx: Writer, row: ChoiceRow): Promise<boolean> {
  const { schoolId, ...set } = row;
  const rows =
    row.version === 1
      ? await tx.insert(retentionChoices).values(row).onConflictDoNothing().returning()
      : await tx
          .update(retentionChoices)
          .set(set)
          .where(
            and(
              eq(retentionChoices.schoolId, schoolId),
              eq(retentionChoices.version, row.version - 1),
            ),
          )
          .returning();
  return rows.length === 1;
}

export type NoticeRow = typeof retentionNotices.$inferSelect;

/** Notices that still count. */
export async function listNotices(read: Reader, kind: NoticeKind): Promise<NoticeRow[]> {
  return read
    .select()
    .from(retentionNotices)
    .where(and(eq(retentionNotices.kind, kind), isNull(retentionNotices.outcome)));
}

export async function insertNotice(
  tx: Writer,
  notice: Omit<NoticeRow, "outcome" | "endedAt">,
): Promise<void> {
  await tx.insert(retentionNotices).values({ ...notice, outcome: null, endedAt: null });
}

/** Says what became of a notice; false when that was said before. */
export async function endNotice(
  tx: Writer,
  { id, outcome, at }: { id: string; outcome: NoticeOutcome; at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(retentionNotices)
    .set({ outcome, endedAt: at })
    .where(and(eq(retentionNotices.id, id), isNull(retentionNotices.outcome)))
    .returning({ id: retentionNotices.id });
  return rows.length === 1;
}

export type ReportRow = typeof retentionReports.$inferSelect;
export type NightOf = Omit<ReportRow, "id">;

/** Adds what was removed to a night's row of a kind and place. */
export async function addToReport(tx: Writer, night: NightOf): Promise<void> {
  const id = `${night.day}:${night.organisationId ?? "service"}:${night.kind}`;
  const [there] = await tx
    .select({ removed: retentionReports.removed })
    .from(retentionReports)
    .where(eq(retentionReports.id, id));
  if (there === undefined) {
    await tx.insert(retentionReports).values({ id, ...night });
    return;
  }
  // A night that only counted and is run again counts again; what was deleted adds up.
  const removed = night.preview ? night.removed : there.removed + night.removed;
  const { oldestKept, preview, at } = night;
  await tx
    .update(retentionReports)
    .set({ removed, oldestKept, preview, at })
    .where(eq(retentionReports.id, id));
}

/** The newest nights of an organisation, or of the service as a whole (null), newest first. */
export async function listReports(
  read: Reader,
  { organisationId, limit }: { organisationId: string | null; limit: number },
): Promise<ReportRow[]> {
  return read
    .select()
    .from(retentionReports)
    .where(
      organisationId === null
        ? isNull(retentionReports.organisationId)
        : eq(retentionReports.organisationId, organisationId),
    )
    .orderBy(desc(retentionReports.day), desc(retentionReports.kind))
    .limit(limit);
}
