import { EMPTY_ANSWER } from "~/domain/response/answer";
import { contentOf } from "~/domain/response/answer-content";
import type { AnswerRow } from "~db/queries/answers";
import type { AnswerView } from "./views";

/** An answer for a screen; nothing saved yet is an empty one at save 0. */
export function answerView(row: AnswerRow | undefined): AnswerView {
  if (row === undefined) return { ...EMPTY_ANSWER, revision: 0, savedAt: null, savedBy: null };
  return {
    ...contentOf(row),
    revision: row.revision,
    savedAt: row.updatedAt,
    savedBy: { id: row.updatedById, name: row.updatedByName },
  };
}
