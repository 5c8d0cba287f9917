import { waitingIds, type DeviceNote } from "~/domain/visit/device-notes";
import { visitPagePath } from "../visit-paths";
import { forgetVisit, openHeld, type Whose } from "./device-store";
import { keepsVisits } from "./keeping-flag";
import { forgetPage } from "./kept-pages";

/**
 * Deletes what the device kept of a visit that is over. What was never sent is all its writer has of it: it stays, and
 * is given back to be looked at.
 */
export async function forgetButUnsent(whose: Whose): Promise<DeviceNote[]> {
  await forgetPage(visitPagePath(whose.visitId, "notes"));
  if (!keepsVisits()) return [];
  const { held } = await openHeld(whose);
  const waiting = waitingIds(held);
  const unsent = held.notes.filter(({ id, removed }) => waiting.has(id) && !removed);
  if (unsent.length === 0) await forgetVisit(whose);
  return unsent;
}
