/** How a school was last spoken to or written to about a round. */
export const CONTACT_KINDS = ["call", "letter", "reminder"] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** With whom in a school, by role: names are not kept. */
export const CONTACT_ROLES = ["head", "coordinator", "office", "governor", "other"] as const;
export type ContactRole = (typeof CONTACT_ROLES)[number];

export const CONTACT_ROLE_WORDS: Record<ContactRole, string> = {
  head: "headteacher",
  coordinator: "SENCO or coordinator",
  office: "school office",
  governor: "governor",
  other: "somebody else",
};
