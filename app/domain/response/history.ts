import type { Answer, AnswerContent } from "./answer";

/** One earlier version of an answer. */
export type SavedVersion = {
  revision: number;
  savedAt: Date;
  by: { id: string; name: string };
  content: AnswerContent;
};

/** What one person saved without a long break; saves newest first. */
export type Sitting = {
  by: { id: string; name: string };
  from: Date;
  to: Date;
  saves: SavedVersion[];
};

/** A longer gap than this starts a new sitting. */
export const SITTING_GAP_MINUTES = 30;
const GAP_MS = SITTING_GAP_MINUTES * 60_000;

/**
 * Earlier versions by person and sitting, newest first (issue 2, Answering). Autosave makes many versions a
 * minute; a sitting is what a person remembers. Order of the input does not matter.
 */
export function groupSittings(versions: readonly SavedVersion[]): Sitting[] {
  const inOrder = [...versions].sort((a, b) => a.revision - b.revision);
  const sittings: Sitting[] = [];
  for (const version of inOrder) {
    const last = sittings[0];
    if (last !== undefined && continues(last, version)) {
      last.saves.unshift(version);
      last.to = version.savedAt;
    } else {
      const { by, savedAt } = version;
      sittings.unshift({ by, from: savedAt, to: savedAt, saves: [version] });
    }
  }
  return sittings;
}

function continues(sitting: Sitting, { by, savedAt }: SavedVersion): boolean {
  return by.id === sitting.by.id && savedAt.getTime() - sitting.to.getTime() <= GAP_MS;
}

/** Restoring is a new save of the old content, made from what stands; nothing later is lost. */
export function restoreVersion(
  version: SavedVersion,
  current: Answer | null,
): { content: AnswerContent; baseRevision: number } {
  return { content: version.content, baseRevision: current?.revision ?? 0 };
}
