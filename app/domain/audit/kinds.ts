/** What the pages of the record can be narrowed to, in the order shown. */
export const AUDIT_KINDS = ["answers", "signing", "visits", "plan", "people", "rounds"] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

export const AUDIT_KIND_WORDS: Record<AuditKind, string> = {
  answers: "Answers and sections",
  signing: "Signing and signed copies",
  visits: "Peer moderation",
  plan: "Action plan",
  people: "People and accounts",
  rounds: "Review rounds and questionnaires",
};
