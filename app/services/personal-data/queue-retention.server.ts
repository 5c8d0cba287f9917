import { londonDate } from "~/domain/calendar/format";
import type { App } from "~/platform/app.server";
import { enqueue } from "~db/queries/outbox";

/** The daily job of deleting by the schedule: asks for the night's work, which is done a little at a time. */
export async function queueRetention(app: App): Promise<void> {
  const id = app.newId();
  const at = app.clock.now();
  const payload = { day: londonDate(at) };
  await app.db.transact((tx) => enqueue(tx, { id, kind: "keep-retention", payload, at }));
}
