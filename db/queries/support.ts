import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { preparedRead } from "../prepared-query";
import {
  questionnaires,
  schools,
  supportEntries,
  supportHistory,
  users,
  visitPractices,
  visits,
} from "../schema";
import type { Reader, Writer } from "../types";

const columns = {
  id: supportEntries.id,
  questionnaireId: supportEntries.questionnaireId,
  questionnaireKey: questionnaires.key,
  kind: supportEntries.kind,
  title: supportEntries.title,
  about: supportEntries.about,
  dates: supportEntries.dates,
  booking: supportEntries.booking,
  link: supportEntries.link,
  email: supportEntries.email,
  telephone: supportEntries.telephone,
  itemKeys: supportEntries.itemKeys,
  districts: supportEntries.districts,
  schoolId: supportEntries.schoolId,
  schoolUrn: schools.urn,
  schoolName: schools.name,
  agreedOn: supportEntries.agreedOn,
  validFrom: supportEntries.validFrom,
  validTo: supportEntries.validTo,
  retiredAt: supportEntries.retiredAt,
  version: supportEntries.version,
};

const selectEntries = (read: Reader) =>
  read
    .select(columns)
    .from(supportEntries)
    .innerJoin(questionnaires, eq(questionnaires.id, supportEntries.questionnaireId))
    .leftJoin(schools, eq(schools.id, supportEntries.schoolId));

export type SupportRow = Awaited<ReturnType<typeof listStandingSupport>>[number];

/** Every entry of a questionnaire that is not retired, whatever its dates; which help today is the domain's to say. */
export async function listStandingSupport(read: Reader, scope: { questionnaireId: string }) {
  return standingOf(read, scope);
}

const standingOf = preparedRead<{ questionnaireId: string }>()((read, slot) =>
  selectEntries(read)
    .where(
      and(
        eq(supportEntries.questionnaireId, slot("questionnaireId", supportEntries.questionnaireId)),
        isNull(supportEntries.retiredAt),
      ),
    )
    .orderBy(asc(supportEntries.id)),
);

/** Every entry of an organisation's questionnaires, retired ones too. */
export async function listSupport(read: Reader, scope: { organisationId: string }) {
  return selectEntries(read)
    .where(eq(questionnaires.organisationId, scope.organisationId))
    .orderBy(asc(supportEntries.id));
}

/** One entry of an organisation; undefined for another's. */
export async function findSupport(
  read: Reader,
  scope: { organisationId: string; entryId: string },
): Promise<SupportRow | undefined> {
  const rows = await selectEntries(read).where(
    and(
      eq(supportEntries.id, scope.entryId),
      eq(questionnaires.organisationId, scope.organisationId),
    ),
  );
  return rows[0];
}

export type NewSupport = Omit<typeof supportEntries.$inferInsert, "version" | "retiredAt">;

export async function insertSupport(tx: Writer, row: NewSupport): Promise<void> {
  await tx.insert(supportEntries).values({ ...row, version: 1, retiredAt: null });
}

export type SupportSet = Partial<
  Omit<typeof supportEntries.$inferInsert, "id" | "questionnaireId" | "version" | "createdAt">
>;

export type SupportChange = {
  /** The row the change was made from; its version must still stand. */
  before: SupportRow;
  set: SupportSet;
  historyId: string;
  changedBy: string;
  at: Date;
};

/** Changes an entry and keeps what it said before; false when somebody was quicker (design.md decision 4). */
export async function updateSupport(tx: Writer, change: SupportChange): Promise<boolean> {
  const { before, set, historyId, changedBy, at } = change;
  const rows = await tx
    .update(supportEntries)
    .set({ ...set, version: sql`${supportEntries.version} + 1` })
    .where(and(eq(supportEntries.id, before.id), eq(supportEntries.version, before.version)))
    .returning({ id: supportEntries.id });
  if (rows.length === 0) return false;
  await tx.insert(supportHistory).values({
    id: historyId,
    entryId: before.id,
    version: before.version,
    content: JSON.stringify(before),
    changedBy,
    changedAt: at,
  });
  return true;
}

/** What an entry said before each change, newest first, with who changed it then. */
export async function listSupportHistory(read: Reader, scope: { entryId: string }) {
  const rows = await read
    .select({
      version: supportHistory.version,
      content: supportHistory.content,
      changedByName: users.name,
      changedAt: supportHistory.changedAt,
    })
    .from(supportHistory)
    .innerJoin(users, eq(users.id, supportHistory.changedBy))
    .where(eq(supportHistory.entryId, scope.entryId))
    .orderBy(asc(supportHistory.version));
  return rows.reverse();
}

/** Practice that schools agreed to share in the record of a visit that is closed. */
export async function listSharedPractice(read: Reader, scope: { schoolIds: readonly string[] }) {
  if (scope.schoolIds.length === 0) return [];
  return read
    .select({
      schoolId: visitPractices.schoolId,
      key: visitPractices.key,
      text: visitPractices.text,
    })
    .from(visitPractices)
    .innerJoin(visits, eq(visits.id, visitPractices.visitId))
    .where(
      and(
        inArray(visitPractices.schoolId, [...scope.schoolIds]),
        eq(visitPractices.consent, true),
        inArray(visits.state, ["closed", "closed-with-both-views"]),
      ),
    )
    .orderBy(asc(visitPractices.id));
}
