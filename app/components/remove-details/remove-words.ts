import type { RemovalCounts, RemovalReason, RemovalScope } from "~/domain/personal-data/removal";
import type { RemovalProblem } from "~/domain/personal-data/removal-request";
import type { RemovalView } from "~/services/personal-data/remove-views";
import type { SummaryError } from "../form/error-summary";

export const REASON_WORDS: Record<RemovalReason, string> = {
  child: "It names a child",
  family: "It names a parent or another of the family",
  health: "It tells of somebody’s health or needs",
  staff: "It names a colleague who should not be named",
  other: "Another reason",
};

/** Where to look, in words; `here` is what the page was opened at. */
export function scopeWords(scope: RemovalScope, here: string | null): string {
  switch (scope) {
    case "here":
      return `Only ${here ?? "here"}, with its earlier versions`;
    case "review":
      return "This self-review, its signed copies and its visits";
    case "visit":
      return "This visit: plan, notes, views and the record with its PDF";
    case "school":
      return "Everything of this school, private self-reviews too";
  }
}

/** The field each problem is about, and what it says there. */
export function problemAt(problem: RemovalProblem): SummaryError {
  switch (problem.code) {
    case "words-missing":
      return { fieldId: "words", text: "Type the words to remove" };
    case "words-short":
      return { fieldId: "words", text: "Type at least two letters" };
    case "words-long":
      return { fieldId: "words", text: "Type 200 characters or fewer, and the rest after that" };
    case "scope-missing":
      return { fieldId: "scope", text: "Choose where to look" };
    case "nothing-found":
      return {
        fieldId: "words",
        text: "These words are not there. Type them as they are written, or choose to look wider",
      };
    case "reason-missing":
      return { fieldId: "reason", text: "Choose why it is removed" };
    case "note-long":
      return { fieldId: "note", text: "Shorten the note to 200 characters" };
    case "note-upn":
      return { fieldId: "note", text: "Take the pupil number out of the note" };
    case "note-holds-words":
      return {
        fieldId: "note",
        text: "The note holds the words that you remove. Leave them out: the note is kept",
      };
  }
}

/** "3 earlier versions, 1 answer, 1 signed copy made again": what was changed, in a list. */
export function countLines(counts: RemovalCounts): string[] {
  const lines: [number, string, string][] = [
    [counts.answers, "answer", "answers"],
    [counts.versions, "earlier version", "earlier versions"],
    [counts.actions, "line of the action plan", "lines of the action plan"],
    [counts.others, "reason or note", "reasons or notes"],
    [counts.copies, "signed copy", "signed copies"],
    [counts.records, "record of a visit, made again", "records of visits, made again"],
    [counts.documents, "PDF that is sealed again now", "PDFs that are sealed again now"],
  ];
  return lines
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${count} ${count === 1 ? one : many}`);
}

/** Whether the page is a manager's: they reach it from a return, and it has no navigation of the school. */
export const isOfManager = (view: RemovalView): boolean =>
  view.kind === "form" && view.role === "manager";
