import type { KeptKind, ServiceKind } from "./retention-schedule";
import type { SettableKind } from "./retention-settings";

/**
 * In which tables each kind of the schedule is. Apart from the schedule's words, which pages print: names of tables do
 * not go to browsers.
 */
const TABLES_OF: Record<SettableKind | ServiceKind | KeptKind, readonly string[]> = {
  invitations: ["invitations"],
  mails: ["mails"],
  bounces: [],
  accounts: [
    "users",
    "authenticators",
    "recovery_codes",
    "identities",
    "email_changes",
    "mail_preferences",
    "unsubscribe_tokens",
    "saved_lists",
  ],
  sessions: ["sessions"],
  "kept-text": ["session_tombstones"],
  "half-sessions": ["half_sessions"],
  "password-resets": ["password_resets"],
  "school-claims": ["school_claims"],
  "single-sign-on": ["single_sign_on_flows", "pending_identities", "fresh_proofs"],
  outbox: ["outbox"],
  "caught-mails": ["caught_mails"],
  reports: ["retention_reports"],
  "signed-copies": ["submissions", "sign_offs", "documents", "confirmations"],
  answers: ["responses", "answers", "answer_revisions", "section_assignments", "round_schools"],
  "action-plan": ["actions", "action_check_ins"],
  visits: [
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
  replies: ["questions", "replies", "reply_drafts", "return_readers"],
  removals: [
    "removals",
    "cleaned_texts",
    "reissued_copies",
    "reissued_records",
    "withdrawn_documents",
  ],
  roles: ["grants", "access_checks", "officer_districts", "district_covers"],
  calls: ["school_contacts", "letter_batches", "sent_reminders"],
  record: ["audit_entries"],
  duties: ["duty_history", "duty_asks"],
  contacts: ["organisations", "schools", "register_imports"],
  support: ["support_entries", "support_history"],
  retention: [
    "retention_schedules",
    "retention_choices",
    "retention_notices",
    "retention_erasures",
  ],
  backups: [],
};

/** Tables that hold nothing about a person. */
export const NOT_PERSONAL: readonly string[] = [
  "coverage_authorities",
  "register_import_links",
  "register_import_schools",
  "school_group_members",
  "school_group_rules",
  "school_groups",
  "bank_holidays",
  "coverage",
  "duties",
  "installation",
  "organisation_logos",
  "questionnaire_versions",
  "questionnaires",
  "round_drafts",
  "round_reminders",
  "round_shares",
  "rounds",
  "school_links",
  "seal_certificates",
  "terms",
];

/** Every table that the schedule speaks of. A test compares it with the schema. */
export const tablesInSchedule = (): string[] => Object.values(TABLES_OF).flat();
