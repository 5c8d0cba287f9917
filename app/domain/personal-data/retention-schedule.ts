import { SETTABLE, SETTABLE_KINDS } from "./retention-settings";

/** What the service forgets by itself, by one clock for everybody. */
export const SERVICE_KINDS = [
  "sessions",
  "kept-text",
  "half-sessions",
  "password-resets",
  "school-claims",
  "single-sign-on",
  "outbox",
  "caught-mails",
  "reports",
] as const;
export type ServiceKind = (typeof SERVICE_KINDS)[number];

export type Fixed = {
  label: string;
  /** How long; where it is left out, for good. */
  words?: string;
  reason: string;
  tables: readonly string[];
};

/** Something with an end of its own, and whole days it is kept after that. */
export type Swept = Fixed & { words: string; days: number };

const DAY_MS = 86_400_000;

/** What of a kind ended before this moment is deleted. */
export function sweepBefore(kind: ServiceKind, now: Date): Date {
  return new Date(now.getTime() - SERVICE[kind].days * DAY_MS);
}

export const SERVICE: Record<ServiceKind, Swept> = {
  sessions: {
    label: "Browsers you were signed in with",
    days: 10,
    words: "10 days after the session ended",
    reason: "A page left open over half-term still has its text kept.",
    tables: ["sessions"],
  },
  "kept-text": {
    label: "Text typed after a session ended",
    days: 0,
    words: "24 hours",
    reason: "It waits for its writer to sign in again, and for nobody else.",
    tables: ["session_tombstones"],
  },
  "half-sessions": {
    label: "A sign-in that was not finished",
    days: 0,
    words: "minutes; swept up each night",
    reason: "It is of no use once its time is over.",
    tables: ["half_sessions"],
  },
  "password-resets": {
    label: "Links that set a new password",
    days: 1,
    words: "a day after they ran out",
    reason: "So that a used link can say that it was used.",
    tables: ["password_resets"],
  },
  "school-claims": {
    label: "Codes a school’s office was sent",
    days: 30,
    words: "30 days after they ran out",
    reason: "So that too many tries for one school can be noticed.",
    tables: ["school_claims"],
  },
  "single-sign-on": {
    label: "A sign-in by way of another organisation, while it lasts",
    days: 0,
    words: "minutes; swept up each night",
    reason: "It is of no use once the browser is back.",
    tables: ["single_sign_on_flows", "pending_identities", "fresh_proofs"],
  },
  outbox: {
    label: "Work done in the background",
    days: 30,
    words: "30 days after it was done; work that is stuck, until someone has looked at it",
    reason: "To find out what went wrong. It holds numbers of records, no names.",
    tables: ["outbox"],
  },
  "caught-mails": {
    label: "Mails kept for reading in the demonstration",
    days: 30,
    words: "30 days; there are none in real use",
    reason: "Nobody needs the mails of an old demonstration.",
    tables: ["caught_mails"],
  },
  reports: {
    label: "Reports of what was deleted each night",
    days: 400,
    words: "400 days",
    reason: "Long enough to compare one year with the next. They hold counts, no names.",
    tables: ["retention_reports"],
  },
};

/** What is kept, and why it does not go by itself. */
export const KEPT: readonly Fixed[] = [
  {
    label: "Signed copies, signatures and their PDFs",
    reason:
      "They are the record of a public task and may be needed for a legal claim (UK GDPR article 17(3)(b) and (e)). The name of whoever signed stays on them.",
    tables: ["submissions", "sign_offs", "documents"],
  },
  {
    label: "Answers, earlier versions and who looked after a section",
    words: "as long as the school keeps the self-review",
    reason:
      "They are the school’s own work. Private and lapsed self-reviews go only where the school itself chose so, and after a mail 30 days before.",
    tables: ["responses", "answers", "answer_revisions", "section_assignments"],
  },
  {
    label: "The action plan",
    words: "as long as the school keeps it",
    reason: "It is the school’s plan and names roles, not people.",
    tables: ["actions", "action_check_ins"],
  },
  {
    label: "Visits, their records and signatures, and the register of reviewers",
    words: "as long as the school keeps the self-review they belong to",
    reason:
      "They are the record of a visit that both sides agreed. When a reviewer’s account is erased, what the register says of them and notes they never filed go with it.",
    tables: [
      "visits",
      "visit_activities",
      "visit_dates",
      "visit_findings",
      "visit_focus",
      "visit_follow_ups",
      "visit_jottings",
      "visit_notes",
      "visit_points",
      "visit_practices",
      "visit_records",
      "visit_requests",
      "visit_reviewers",
      "visit_suggestions",
      "visit_tellings",
      "visit_views",
      "note_deliveries",
      "record_signatures",
      "reviewers",
      "reviewer_interests",
    ],
  },
  {
    label: "That personal details were taken out of a text",
    reason:
      "So that a copy from a backup is cleaned again, and a PDF that was taken back is known. It holds the cleaned text, never what was taken out.",
    tables: ["removals", "cleaned_texts", "reissued_copies", "withdrawn_documents"],
  },
  {
    label: "Which role counted when, and checks of who has access",
    reason:
      "They say who could read and sign on a day. Once the account is erased they hold a number and dates, no name.",
    tables: ["grants", "access_checks"],
  },
  {
    label: "The record of who did what",
    words: "at least 7 years, and never deleted",
    reason:
      "Each entry holds the seal of the one before, so that nobody can take one out unseen; deleting one would break the rest. It holds numbers, not names or addresses: once an account is erased it no longer says who.",
    tables: ["audit_entries"],
  },
  {
    label: "Duties of the law and who changed their wording",
    reason:
      "So that an old self-review shows the law as it then stood. It holds a number, no name.",
    tables: ["duty_history"],
  },
  {
    label: "The contact of an organisation or a school’s office",
    words: "until it is changed",
    reason: "Schools need to know whom to ask. It comes from a public register or a manager.",
    tables: ["organisations", "schools"],
  },
  {
    label: "What was chosen on this page, who was told, and which accounts were erased",
    reason: "To show that the rules were kept. It holds numbers and dates, no names.",
    tables: ["retention_schedules", "retention_choices", "retention_notices", "retention_erasures"],
  },
  {
    label: "Copies for the case of a disaster (backups)",
    words: "35 days, and the newest until there is a newer one",
    reason:
      "Someone erased today is still in yesterday’s copy until it is thrown away. A copy that is put back is cleaned the next night.",
    tables: [],
  },
];

/** Tables that hold nothing about a person. */
export const NOT_PERSONAL: readonly string[] = [
  "bank_holidays",
  "coverage",
  "duties",
  "installation",
  "organisation_logos",
  "questionnaire_versions",
  "questionnaires",
  "round_shares",
  "rounds",
  "school_links",
  "seal_certificates",
  "terms",
];

/** Every table that the schedule speaks of. A test compares it with the schema. */
export function tablesInSchedule(): string[] {
  return [
    ...SETTABLE_KINDS.flatMap((kind) => SETTABLE[kind].tables),
    ...SERVICE_KINDS.flatMap((kind) => SERVICE[kind].tables),
    ...KEPT.flatMap(({ tables }) => tables),
  ];
}
