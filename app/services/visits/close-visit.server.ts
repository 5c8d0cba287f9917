import type { App } from "~/platform/app.server";
import { askForRecordPdf, type Asking } from "~/services/signing/ask-for-document.server";
import { deleteJottings } from "~db/queries/visit-record-rows";
import type { Writer } from "~db/types";
import type { LoadedVisit } from "./load-visit.server";
import { mailVisit, type VisitReaders } from "./mail-visit.server";

type Ending = { app: App; loaded: LoadedVisit; readers: VisitReaders; asking: Asking };

/**
 * What closing does beside the move: rough jottings go (devices read the state and purge), the sealed PDF is asked
 * for, everybody is told.
 */
export async function endVisit(
  tx: Writer,
  { app, loaded, readers, asking }: Ending,
): Promise<void> {
  const visitId = loaded.row.id;
  await deleteJottings(tx, { visitId });
  await askForRecordPdf(tx, { visitId, asking });
  const to = [...readers.hosts, ...readers.reviewers];
  const path = `/visits/${visitId}/record`;
  await mailVisit(tx, app, { row: loaded.row, what: "closed", to, path });
}
