import type { Level } from "~/domain/questionnaire/definition";

/** What a mark needs to know of a level. Null stands for a statement not answered. */
export type LevelSign = Pick<Level, "name" | "mark" | "steps">;

export const NOT_ANSWERED = "Not answered";

/**
 * Which fill a mark has: one to four steps, outside the count, or an empty place. Five bars share the four fills, the two
 * highest the last: the bars tell them apart.
 */
export function markTone(level: LevelSign | null): string {
  if (level === null) return "unanswered";
  if (level.mark === "fifths") return String(Math.min(level.steps, 4));
  return level.mark === "ready" || level.mark === "none" ? level.mark : String(level.steps);
}
