import type { App } from "~/platform/app.server";
import { insertDocument } from "~db/queries/documents";
import { enqueue } from "~db/queries/outbox";
import type { Writer } from "~db/types";

/** Ids and the time of an asking, made before the transaction begins. */
export type Asking = { documentId: string; jobId: string; at: Date };

export function newAsking(app: Pick<App, "newId">, at: Date): Asking {
  return { documentId: app.newId(), jobId: app.newId(), at };
}

/** Asks for the sealed PDF of a signed copy: made after the commit, by the outbox (design.md decision 7). */
export async function askForDocument(
  tx: Writer,
  { submissionId, asking }: { submissionId: string; asking: Asking },
): Promise<void> {
  const { documentId, jobId, at } = asking;
  await insertDocument(tx, { id: documentId, submissionId, at });
  await enqueue(tx, { id: jobId, kind: "make-document", payload: { submissionId }, at });
}

/** Asks for the certificate of a confirmation, in the same way. */
export async function askForCertificate(
  tx: Writer,
  { confirmationId, asking }: { confirmationId: string; asking: Asking },
): Promise<void> {
  const { documentId, jobId, at } = asking;
  await insertDocument(tx, { id: documentId, confirmationId, at });
  await enqueue(tx, { id: jobId, kind: "make-document", payload: { confirmationId }, at });
}

/** Asks for the sealed PDF of a visit's record, in the same way. */
export async function askForRecordPdf(
  tx: Writer,
  { visitId, asking }: { visitId: string; asking: Asking },
): Promise<void> {
  const { documentId, jobId, at } = asking;
  await insertDocument(tx, { id: documentId, visitId, at });
  await enqueue(tx, { id: jobId, kind: "make-document", payload: { visitId }, at });
}
