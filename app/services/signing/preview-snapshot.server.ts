import type { Snapshot } from "~/domain/submission/snapshot";
import type { App } from "~/platform/app.server";
import type { Loaded } from "~/services/answering/load-response.server";
import { listSubmissions } from "~db/queries/submissions";
import { composeSnapshot, snapshotGround } from "./compose-snapshot.server";

/** The copy that signing now would freeze. It has no reference yet; its number is the next one. */
export async function previewSnapshot(app: App, loaded: Loaded): Promise<Snapshot> {
  const { school, row } = loaded;
  const copies = await listSubmissions(app.db.read, { schoolId: school.id, responseId: row.id });
  const ground = await snapshotGround(app, loaded);
  const naming = { reference: "", number: (copies[0]?.number ?? 0) + 1 };
  return composeSnapshot(app.db.read, { loaded, ground, naming });
}
