import { findUpn } from "~/domain/people/upn";
import type { Actor } from "~/domain/policy/actor";
import type { JottingsOutcome } from "~/domain/visit/device-jottings";
import { LONGEST_JOTTINGS } from "~/domain/visit/notes-open";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { findJottings, insertJottings, updateJottings } from "~db/queries/visit-jottings";
import { findVisit } from "~db/queries/visits";
import type { Writer } from "~db/types";
import { loadVisit } from "./load-visit.server";
import { closedFor } from "./view-notes.server";

export type SaveJottings = {
  visitId: string;
  /** Whose jottings these are, as the page or device holds them. */
  person: string;
  text: string;
  /** The version they build on; 0: none had been saved. */
  version: number;
};

/**
 * Keeps a reviewer's jottings, for the author alone. What another account wrote is refused (`forbidden`). Text that is
 * held already is saved again under the version it has, so that a repeat changes nothing.
 */
export async function saveJottings(
  app: App,
  actor: Actor,
  { visitId, person, text, version }: SaveJottings,
): Promise<JottingsOutcome> {
  if (person !== actor.userId) throw new AppError("forbidden", { reason: "not-yours" });
  const loaded = await loadVisit(app, actor, { visitId });
  if (closedFor(actor, loaded) !== null) return { kind: "refused", why: "closed" };
  if (text.length > LONGEST_JOTTINGS) return { kind: "refused", why: "too-long" };
  if (findUpn(text).length > 0) return { kind: "refused", why: "upn" };
  const at = app.clock.now();
  const row = { visitId, authorId: actor.userId, text, updatedAt: at };
  return app.db.transact(async (tx) => {
    const now = await findVisit(tx, { visitId });
    if (now?.state !== loaded.row.state) return { kind: "refused", why: "closed" } as const;
    return write(tx, row, version);
  });
}

type Row = { visitId: string; authorId: string; text: string; updatedAt: Date };

async function write(tx: Writer, row: Row, version: number): Promise<JottingsOutcome> {
  const { text, updatedAt: at } = row;
  const held = await findJottings(tx, row);
  if (held?.text === text) return { kind: "saved", version: held.version };
  const written =
    held === undefined
      ? await insertJottings(tx, { ...row, version: 1 })
      : await updateJottings(tx, { ...row, version }, { text, at });
  if (written) return { kind: "saved", version: held === undefined ? 1 : version + 1 };
  return { kind: "conflict", held: { text: held?.text ?? "", version: held?.version ?? 0 } };
}
