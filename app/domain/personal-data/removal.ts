/** What stands where words about a person were (design.md decision 11). */
export const REMOVED_MARK = "[personal details removed]";

/** Why words are removed. Recorded as a code; what was removed is never recorded. */
export const REMOVAL_REASONS = ["child", "family", "staff", "health", "other"] as const;
export type RemovalReason = (typeof REMOVAL_REASONS)[number];

/** Where to look: one answer or action, one self-review with its signed copies, everything of the school. */
export const REMOVAL_SCOPES = ["here", "review", "school"] as const;
export type RemovalScope = (typeof REMOVAL_SCOPES)[number];

/** In what role somebody removed words: the other side is told. */
export const REMOVER_ROLES = ["head", "coordinator", "manager"] as const;
export type RemoverRole = (typeof REMOVER_ROLES)[number];
