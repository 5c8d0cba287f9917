import { tidyText } from "~/domain/response/answer-content";
import { findUpn } from "~/domain/people/upn";
import { ok, refused, type Result } from "~/domain/result";
import {
  REMOVAL_REASONS,
  REMOVAL_SCOPES,
  type RemovalReason,
  type RemovalScope,
  type RemovalTarget,
} from "./removal";
import {
  readWords,
  versionCleaner,
  wholeCleaner,
  wordsCleaner,
  type Cleaner,
  type WordsProblem,
} from "./removal-words";

/** Longest note beside a reason, in UTF-16 code units. */
export const NOTE_MAX = 200;

export type SearchProblem = WordsProblem | { code: "scope-missing" };
export type ReasonProblem =
  { code: "reason-missing" } | { code: "note-long" | "note-upn" | "note-holds-words" };
export type RemovalProblem = SearchProblem | ReasonProblem | { code: "nothing-found" };

/** What is to be taken out, and from where, as it was typed and chosen. */
export type TypedSearch = { target: RemovalTarget; words: string; scope: string };

/** `cleanVersion` is for earlier versions, where a name may stand half typed. */
export type ReadSearch = { clean: Cleaner; cleanVersion: Cleaner; scope: RemovalScope };

/**
 * What to look for, or what to say about it. The whole text is that of one answer, so it needs no words and takes
 * no wider scope.
 */
export function readSearch(
  { target, words, scope }: TypedSearch,
  allowed: { scopes: readonly RemovalScope[]; answer: boolean },
): Result<ReadSearch, SearchProblem> {
  if (target === "whole" && allowed.answer && allowed.scopes.includes("here")) {
    return ok({ clean: wholeCleaner, cleanVersion: wholeCleaner, scope: "here" });
  }
  const read = readWords(words);
  if (!read.ok) return read;
  const chosen = REMOVAL_SCOPES.find((one) => one === scope && allowed.scopes.includes(one));
  if (chosen === undefined) return refused({ code: "scope-missing" });
  const { value } = read;
  return ok({ clean: wordsCleaner(value), cleanVersion: versionCleaner(value), scope: chosen });
}

export type TypedReason = { reason: string; note: string };

/** Why it is done, for the record: a choice, and a line that may not itself hold what is removed. */
export function readRemovalReason(
  typed: TypedReason,
  clean: Cleaner | null,
): Result<{ reason: RemovalReason; note: string }, ReasonProblem> {
  const reason = REMOVAL_REASONS.find((one) => one === typed.reason);
  if (reason === undefined) return refused({ code: "reason-missing" });
  const note = tidyText(typed.note).trim();
  if (note.length > NOTE_MAX) return refused({ code: "note-long" });
  if (findUpn(note).length > 0) return refused({ code: "note-upn" });
  if (clean !== null && clean(note).found > 0) return refused({ code: "note-holds-words" });
  return ok({ reason, note });
}
