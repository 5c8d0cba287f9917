/** What stands where words about a person were (design.md decision 11). */
export const REMOVED_MARK = "[personal details removed]";

/** Why words are removed. Recorded as a code; what was removed is never recorded. */
export const REMOVAL_REASONS = ["child", "family", "staff", "health", "other"] as const;
export type RemovalReason = (typeof REMOVAL_REASONS)[number];

/**
 * Where to look: one answer or action, one self-review with its signed copies and visits, one visit with its record,
 * everything of the school.
 */
export const REMOVAL_SCOPES = ["here", "review", "visit", "school"] as const;
export type RemovalScope = (typeof REMOVAL_SCOPES)[number];

/** In what role somebody removed words: the other side is told. */
export const REMOVER_ROLES = ["head", "coordinator", "manager"] as const;
export type RemoverRole = (typeof REMOVER_ROLES)[number];

/** How much of each kind a removal changed. */
export type RemovalCounts = {
  /** Earlier versions of answers. */
  versions: number;
  /** Answers as they stand. */
  answers: number;
  /** Lines of the action plan. */
  actions: number;
  copies: number;
  /** Agreed records of visits. */
  records: number;
  /** Sealed PDFs that were withdrawn and are made again. */
  documents: number;
  /** Reasons, minutes and notes. */
  others: number;
};

/** What is taken out: words, or the whole text of one answer. */
export const REMOVAL_TARGETS = ["words", "whole"] as const;
export type RemovalTarget = (typeof REMOVAL_TARGETS)[number];
