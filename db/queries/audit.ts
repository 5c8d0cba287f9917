import { and, asc, count, desc, eq, gt, isNotNull, isNull } from "drizzle-orm";
import { preparedWrite } from "../prepared-query";
import { auditEntries } from "../schema";
import type { Reader, Writer } from "../types";

/** What may stand in an entry's data: ids, hashes, codes, dates and counts; never the text of a draft. */
export type AuditData = Record<string, string | number | boolean | null | readonly string[]>;

export type AuditEntry = {
  id: string;
  at: Date;
  /** Null: nobody was signed in, or the service itself. */
  actorId: string | null;
  /** What happened: "response.signed". */
  event: string;
  schoolId?: string | null;
  organisationId?: string | null;
  subjectKind: string;
  subjectId: string;
  data?: AuditData;
};

/** Writes what happened, in the transaction in which it happens (design.md decision 6). */
export async function insertAudit(tx: Writer, entry: AuditEntry): Promise<void> {
  await written(tx, {
    ...entry,
    schoolId: entry.schoolId ?? null,
    organisationId: entry.organisationId ?? null,
    data: JSON.stringify(entry.data ?? {}),
  });
}

type Written = Omit<Required<AuditEntry>, "data"> & { data: string };
const written = preparedWrite<Written>()((tx, slot) =>
  tx.insert(auditEntries).values({
    id: slot("id", auditEntries.id),
    at: slot("at", auditEntries.at),
    actorId: slot("actorId", auditEntries.actorId),
    event: slot("event", auditEntries.event),
    schoolId: slot("schoolId", auditEntries.schoolId),
    organisationId: slot("organisationId", auditEntries.organisationId),
    subjectKind: slot("subjectKind", auditEntries.subjectKind),
    subjectId: slot("subjectId", auditEntries.subjectId),
    data: slot("data", auditEntries.data),
  }),
);

export const entryColumns = {
  id: auditEntries.id,
  at: auditEntries.at,
  actorId: auditEntries.actorId,
  event: auditEntries.event,
  schoolId: auditEntries.schoolId,
  organisationId: auditEntries.organisationId,
  subjectKind: auditEntries.subjectKind,
  subjectId: auditEntries.subjectId,
  data: auditEntries.data,
};
const linkColumns = {
  position: auditEntries.position,
  previousHash: auditEntries.previousHash,
  hash: auditEntries.hash,
};

/** An entry as written, before the chain. */
export type WrittenEntry = Awaited<ReturnType<typeof listUnlinkedEntries>>[number];

/** An entry in the chain. */
export type LinkedEntry = Awaited<ReturnType<typeof listLinkedEntries>>[number];

/** Entries about one school, newest first. */
export async function listSchoolAudit(read: Reader, scope: { schoolId: string; limit: number }) {
  return read
    .select(entryColumns)
    .from(auditEntries)
    .where(eq(auditEntries.schoolId, scope.schoolId))
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(scope.limit);
}

/** Entries about one thing, oldest first. */
export async function listSubjectAudit(
  read: Reader,
  scope: { subjectKind: string; subjectId: string },
) {
  return read
    .select(entryColumns)
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.subjectKind, scope.subjectKind),
        eq(auditEntries.subjectId, scope.subjectId),
      ),
    )
    .orderBy(asc(auditEntries.at), asc(auditEntries.id));
}

/** Whether any entry waits to be linked. */
export async function hasUnlinkedEntries(read: Reader): Promise<boolean> {
  const rows = await read
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .where(isNull(auditEntries.position))
    .limit(1);
  return rows.length > 0;
}

/** Entries not yet in the chain, in the order they will stand in it. */
export async function listUnlinkedEntries(read: Reader, limit: number) {
  return read
    .select(entryColumns)
    .from(auditEntries)
    .where(isNull(auditEntries.position))
    .orderBy(asc(auditEntries.at), asc(auditEntries.id))
    .limit(limit);
}

/** The last entry of the chain; undefined when there is none. */
export async function findLastLink(read: Reader) {
  const rows = await read
    .select(linkColumns)
    .from(auditEntries)
    .where(isNotNull(auditEntries.position))
    .orderBy(desc(auditEntries.position))
    .limit(1);
  return rows[0];
}

/** The link at a position, if one stands there. */
export async function findLinkAt(read: Reader, position: number) {
  const rows = await read
    .select({ ...linkColumns, id: auditEntries.id })
    .from(auditEntries)
    .where(eq(auditEntries.position, position));
  return rows[0];
}

/** Entries that say they follow a hash; one, in a chain that holds. */
export async function listEntriesFollowing(read: Reader, hash: string) {
  return read
    .select({ ...entryColumns, ...linkColumns })
    .from(auditEntries)
    .where(eq(auditEntries.previousHash, hash))
    .orderBy(asc(auditEntries.position));
}

/** How many entries wait to be linked. */
export async function countUnlinkedEntries(read: Reader): Promise<number> {
  const rows = await read
    .select({ waiting: count() })
    .from(auditEntries)
    .where(isNull(auditEntries.position));
  return rows[0]?.waiting ?? 0;
}

/** A stretch of the chain after a position, in order. */
export async function listLinkedEntries(read: Reader, scope: { after: number; limit: number }) {
  return read
    .select({ ...entryColumns, ...linkColumns })
    .from(auditEntries)
    .where(gt(auditEntries.position, scope.after))
    .orderBy(asc(auditEntries.position))
    .limit(scope.limit);
}

/** Puts an entry into the chain, once. */
export async function linkEntry(
  tx: Writer,
  link: { id: string; position: number; previousHash: string; hash: string },
): Promise<void> {
  await linked(tx, link);
}

const linked = preparedWrite<{
  id: string;
  position: number;
  previousHash: string;
  hash: string;
}>()((tx, slot) =>
  tx
    .update(auditEntries)
    .set({
      position: slot("position", auditEntries.position),
      previousHash: slot("previousHash", auditEntries.previousHash),
      hash: slot("hash", auditEntries.hash),
    })
    .where(and(eq(auditEntries.id, slot("id", auditEntries.id)), isNull(auditEntries.position))),
);
