import { and, eq, inArray } from "drizzle-orm";
import {
  documents,
  responses,
  rounds,
  sealCertificates,
  submissions,
  visitRecords,
  visits,
} from "../schema";
import type { Reader, Writer } from "../types";

/** What a document is the PDF of: a signed copy, the record of a visit, or a confirmation. */
export type DocumentOwner =
  { submissionId: string } | { visitId: string } | { confirmationId: string };

/** The document of a copy, record or confirmation. */
export function ownedBy(owner: DocumentOwner) {
  if ("visitId" in owner) return eq(documents.visitId, owner.visitId);
  if ("confirmationId" in owner) return eq(documents.confirmationId, owner.confirmationId);
  return eq(documents.submissionId, owner.submissionId);
}

const documentColumns = {
  id: documents.id,
  submissionId: documents.submissionId,
  visitId: documents.visitId,
  state: documents.state,
  sha256: documents.sha256,
  pages: documents.pages,
  size: documents.size,
  problem: documents.problem,
  createdAt: documents.createdAt,
  readyAt: documents.readyAt,
};

/** How the PDF of a signed copy or record stands; undefined until the last needed signature asks for it. */
export async function findDocument(read: Reader, owner: DocumentOwner) {
  const rows = await read.select(documentColumns).from(documents).where(ownedBy(owner));
  return rows[0];
}

/** The sealed bytes, once ready. */
export async function findDocumentBytes(
  read: Reader,
  owner: DocumentOwner,
): Promise<Buffer | undefined> {
  const rows = await read
    .select({ bytes: documents.bytes })
    .from(documents)
    .where(and(ownedBy(owner), eq(documents.state, "ready")));
  return rows[0]?.bytes ?? undefined;
}

/** Which signed copy a file is, by the SHA-256 of its bytes. */
export async function findDocumentByHash(read: Reader, sha256: string) {
  const rows = await read
    .select({
      submissionId: submissions.id,
      reference: submissions.reference,
      state: submissions.state,
      supersededById: submissions.supersededById,
      withdrawnAt: submissions.withdrawnAt,
      signedAt: submissions.signedAt,
      readyAt: documents.readyAt,
      roundTitle: rounds.title,
    })
    .from(documents)
    .innerJoin(submissions, eq(submissions.id, documents.submissionId))
    .innerJoin(responses, eq(responses.id, submissions.responseId))
    .leftJoin(rounds, eq(rounds.id, responses.roundId))
    .where(eq(documents.sha256, sha256));
  return rows[0];
}

/** Which record of a visit a file is, by the SHA-256 of its bytes. */
export async function findRecordByHash(read: Reader, sha256: string) {
  const rows = await read
    .select({ visitId: visits.id, readyAt: documents.readyAt })
    .from(documents)
    .innerJoin(visits, eq(visits.id, documents.visitId))
    .where(eq(documents.sha256, sha256));
  return rows[0];
}

/** A record by the reference printed on it, for anyone who checks it. */
export async function findRecordByReference(read: Reader, reference: string) {
  const rows = await read
    .select({
      visitId: visitRecords.visitId,
      agreedAt: visitRecords.agreedAt,
      documentState: documents.state,
    })
    .from(visitRecords)
    .leftJoin(documents, eq(documents.visitId, visitRecords.visitId))
    .where(eq(visitRecords.reference, reference));
  return rows[0];
}

/** Asks for the PDF of a signed copy, a visit's record or a confirmation. */
export async function insertDocument(
  tx: Writer,
  { at, ...row }: { id: string; at: Date } & DocumentOwner,
): Promise<void> {
  await tx.insert(documents).values({ ...row, state: "pending", createdAt: at, version: 1 });
}

export type SealedDocument = {
  /** The asking that the bytes were made for: one that was taken back meanwhile takes none. */
  documentId: string;
  bytes: Buffer;
  sha256: string;
  pages: number;
  certificateId: string;
  at: Date;
};

/** Stores the sealed bytes, once: false when they were stored before, which is no harm. */
export async function completeDocument(tx: Writer, sealed: SealedDocument): Promise<boolean> {
  const rows = await tx
    .update(documents)
    .set({
      state: "ready",
      bytes: sealed.bytes,
      size: sealed.bytes.length,
      sha256: sealed.sha256,
      pages: sealed.pages,
      certificateId: sealed.certificateId,
      problem: null,
      readyAt: sealed.at,
    })
    .where(
      and(eq(documents.id, sealed.documentId), inArray(documents.state, ["pending", "failed"])),
    )
    .returning({ id: documents.id });
  return rows.length === 1;
}

/** Says that the PDF could not be made yet. `problem` is for a manager's page, never for the school's. */
export async function failDocument(
  tx: Writer,
  scope: { documentId: string; problem: string },
): Promise<void> {
  await tx
    .update(documents)
    .set({ state: "failed", problem: scope.problem })
    .where(and(eq(documents.id, scope.documentId), eq(documents.state, "pending")));
}

/** Keeps a certificate for ever, so that files sealed with it can still be checked. */
export async function keepCertificate(
  tx: Writer,
  row: { id: string; pem: string; at: Date },
): Promise<void> {
  await tx
    .insert(sealCertificates)
    .values({ id: row.id, pem: row.pem, firstUsedAt: row.at })
    .onConflictDoNothing();
}

/** Whether this service ever sealed with a certificate, by its SHA-256. */
export async function findCertificate(read: Reader, id: string) {
  const rows = await read
    .select({ id: sealCertificates.id, firstUsedAt: sealCertificates.firstUsedAt })
    .from(sealCertificates)
    .where(eq(sealCertificates.id, id));
  return rows[0];
}
