/** Kinds of organisation (design.md section 2). */
export const ORGANISATION_KINDS = ["authority", "health", "trust"] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];
