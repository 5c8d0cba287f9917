import { contentOf, partsThatDiffer } from "./answer-content";
import type { Answer, AnswerContent } from "./answer";

/** What the two-versions panel shows: both contents whole, and the parts in which they differ. */
export type ConflictPanel = {
  mine: AnswerContent;
  theirs: AnswerContent;
  by: { id: string; name: string };
  at: Date;
  /** Keep mine and edit both together are saved from this one. */
  baseRevision: number;
  differ: readonly (keyof AnswerContent)[];
};

/** Both versions of one answer, mine first (look/README.md section 5, Two versions). */
export function conflictPanel(mine: AnswerContent, theirs: Answer): ConflictPanel {
  const standing = contentOf(theirs);
  return {
    mine,
    theirs: standing,
    by: theirs.updatedBy,
    at: theirs.updatedAt,
    baseRevision: theirs.revision,
    differ: partsThatDiffer(mine, standing),
  };
}

/**
 * "Edit both together": a start for the writer, who saves it. Texts that differ stand one under the other, mine
 * first, with an empty line between; a text that holds the other stands alone. Choices are mine where I made
 * one; help wanted and to confirm stand if either asked. Field values cannot be joined: mine, if there is one.
 */
export function editTogether(mine: AnswerContent, theirs: AnswerContent): AnswerContent {
  return {
    level: mine.level ?? theirs.level,
    commentary: joined(mine.commentary, theirs.commentary, "\n\n"),
    whereSeen: joined(mine.whereSeen, theirs.whereSeen, "; "),
    duty: mine.duty ?? theirs.duty,
    dutyNote: joined(mine.dutyNote, theirs.dutyNote, "\n\n"),
    helpWanted: mine.helpWanted || theirs.helpWanted,
    toConfirm: mine.toConfirm || theirs.toConfirm,
    value: mine.value === "" ? theirs.value : mine.value,
  };
}

function joined(mine: string, theirs: string, between: string): string {
  if (mine.includes(theirs.trim())) return mine;
  if (theirs.includes(mine.trim())) return theirs;
  return `${mine.trimEnd()}${between}${theirs.trimStart()}`;
}
