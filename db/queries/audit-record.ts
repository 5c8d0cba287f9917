import { and, count, desc, eq, gte, inArray, lt } from "drizzle-orm";
import {
  auditEntries,
  questionnaires,
  questionnaireVersions,
  responses,
  schools,
  submissions,
  users,
} from "../schema";
import type { Reader } from "../types";
import { byName } from "./by-name";
import { entryColumns } from "./audit";

/** Whose record: a school's, or of an organisation the events named. */
export type AuditScope =
  { schoolId: string } | { organisationId: string; events: readonly string[] };

/** What of it: each null is not narrowed by. `before` is the first moment not wanted. */
export type AuditNarrowing = {
  actorId: string | null;
  events: readonly string[] | null;
  from: Date | null;
  before: Date | null;
};

function scopeOf(scope: AuditScope) {
  if ("schoolId" in scope) return eq(auditEntries.schoolId, scope.schoolId);
  return and(
    eq(auditEntries.organisationId, scope.organisationId),
    inArray(auditEntries.event, [...scope.events]),
  );
}

function narrowed(scope: AuditScope, { actorId, events, from, before }: AuditNarrowing) {
  return and(
    scopeOf(scope),
    actorId === null ? undefined : eq(auditEntries.actorId, actorId),
    events === null ? undefined : inArray(auditEntries.event, [...events]),
    from === null ? undefined : gte(auditEntries.at, from),
    before === null ? undefined : lt(auditEntries.at, before),
  );
}

type Asked = { scope: AuditScope; narrowing: AuditNarrowing };

/** Entries of a record with the name of who did it, newest first. */
export async function listRecord(
  read: Reader,
  { scope, narrowing, limit, offset }: Asked & { limit: number; offset: number },
) {
  return read
    .select({ ...entryColumns, actorName: users.name })
    .from(auditEntries)
    .leftJoin(users, eq(users.id, auditEntries.actorId))
    .where(narrowed(scope, narrowing))
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(limit)
    .offset(offset);
}

export type RecordEntry = Awaited<ReturnType<typeof listRecord>>[number];

export async function countRecord(read: Reader, { scope, narrowing }: Asked): Promise<number> {
  const rows = await read
    .select({ found: count() })
    .from(auditEntries)
    .where(narrowed(scope, narrowing));
  return rows[0]?.found ?? 0;
}

/** Everyone who did something in a record, by name. */
export async function listRecordPeople(
  read: Reader,
  scope: AuditScope,
): Promise<{ id: string; name: string }[]> {
  const rows = await read
    .selectDistinct({ id: users.id, name: users.name })
    .from(auditEntries)
    .innerJoin(users, eq(users.id, auditEntries.actorId))
    .where(scopeOf(scope));
  return rows.sort(byName);
}

/** The self-reviews that entries are about, with their schools, by their own id or that of a signed copy. */
export async function listRecordSubjects(
  read: Reader,
  { responseIds, submissionIds }: { responseIds: string[]; submissionIds: string[] },
) {
  const ofResponses = { title: questionnaires.title, schoolName: schools.name };
  const found = await read
    .select({ id: responses.id, ...ofResponses })
    .from(responses)
    .innerJoin(schools, eq(schools.id, responses.schoolId))
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, responses.versionId))
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .where(inArray(responses.id, responseIds));
  const copies = await read
    .select({ id: submissions.id, ...ofResponses })
    .from(submissions)
    .innerJoin(responses, eq(responses.id, submissions.responseId))
    .innerJoin(schools, eq(schools.id, responses.schoolId))
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, responses.versionId))
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .where(inArray(submissions.id, submissionIds));
  return [...found, ...copies];
}
