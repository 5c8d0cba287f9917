import type { App } from "~/platform/app.server";
import { findUser } from "~db/queries/people";
import type { ResponseRow } from "~db/queries/responses";

/** Who locked the answers for signing, and when. `by` null: the person is not known any more. */
export type LockView = { by: string | null; at: Date };

/** The lock on answers that are ready to sign; null in every other state. */
export async function viewLock(app: App, row: ResponseRow): Promise<LockView | null> {
  if (row.state !== "ready-to-sign" || row.readyAt === null) return null;
  const person = row.readyBy === null ? undefined : await findUser(app.db.read, row.readyBy);
  return { by: person?.name ?? null, at: row.readyAt };
}
