/** Roles a grant can give (design.md section 3). */
export const ROLES = [
  "head",
  "coordinator",
  "contributor",
  "governor",
  "officer",
  "manager",
  "reviewer",
] as const;
export type Role = (typeof ROLES)[number];

/** A dated role in one place. Exactly one of `schoolId` and `organisationId` is set. Dates are YYYY-MM-DD. */
export type Grant = {
  role: Role;
  schoolId: string | null;
  organisationId: string | null;
  /** Limits the role to one questionnaire, as for an asthma lead; null for all. */
  questionnaireKey: string | null;
  /** How the person signs: "acting headteacher". */
  signingTitle: string | null;
  from: string;
  to: string | null;
};

/** Who is asking: the person and the grants in force today. */
export type Actor = {
  userId: string;
  name: string;
  email: string;
  grants: readonly Grant[];
};
