/** Kinds of groups an organisation puts its schools into (domain.md section 2.5). */
export const GROUP_KINDS = ["district", "area", "community", "trust"] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** A fact of the register that takes a school into a group by itself, so that a new school is in it at once. */
export const GROUP_FACTS = ["district", "trust"] as const;
export type GroupFact = (typeof GROUP_FACTS)[number];
