import { and, desc, eq } from "drizzle-orm";
import { roundDrafts } from "../schema";
import type { Reader, Writer } from "../types";

type OfOrganisation = { organisationId: string };
export type RoundDraftRow = typeof roundDrafts.$inferSelect;

/** Rounds an organisation is preparing, the one touched last first. `content` is JSON text. */
export async function listRoundDrafts(
  read: Reader,
  scope: OfOrganisation,
): Promise<RoundDraftRow[]> {
  return read
    .select()
    .from(roundDrafts)
    .where(eq(roundDrafts.organisationId, scope.organisationId))
    .orderBy(desc(roundDrafts.updatedAt), desc(roundDrafts.id));
}

/** One of them; undefined where the organisation has none by this id. */
export async function findRoundDraft(
  read: Reader,
  scope: OfOrganisation & { draftId: string },
): Promise<RoundDraftRow | undefined> {
  const rows = await read
    .select()
    .from(roundDrafts)
    .where(
      and(eq(roundDrafts.id, scope.draftId), eq(roundDrafts.organisationId, scope.organisationId)),
    );
  return rows[0];
}

export async function insertRoundDraft(tx: Writer, row: RoundDraftRow): Promise<void> {
  await tx.insert(roundDrafts).values(row);
}

/** Keeps what was said, from the version it was said at; false when somebody else was first. */
export async function updateRoundDraft(
  tx: Writer,
  {
    draftId,
    version,
    content,
    at,
  }: { draftId: string; version: number; content: string; at: Date },
): Promise<boolean> {
  const changed = await tx
    .update(roundDrafts)
    .set({ content, updatedAt: at, version: version + 1 })
    .where(and(eq(roundDrafts.id, draftId), eq(roundDrafts.version, version)))
    .returning({ id: roundDrafts.id });
  return changed.length === 1;
}

/** Takes a draft away; false when it has moved on since `version`, or is gone. */
export async function deleteRoundDraft(
  tx: Writer,
  { draftId, version }: { draftId: string; version: number },
): Promise<boolean> {
  const gone = await tx
    .delete(roundDrafts)
    .where(and(eq(roundDrafts.id, draftId), eq(roundDrafts.version, version)))
    .returning({ id: roundDrafts.id });
  return gone.length === 1;
}
