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
};

/** Something with an end of its own, and whole days it is kept after that. */
export type Swept = Fixed & { words: string; days: number };

/** What stays, each kind by a name of its own: `kept-tables.ts` says in which tables it is. */
export type KeptKind =
  | "signed-copies"
  | "answers"
  | "action-plan"
  | "visits"
  | "replies"
  | "removals"
  | "roles"
  | "record"
  | "calls"
  | "duties"
  | "support"
  | "contacts"
  | "retention"
  | "backups";
export type Kept = Fixed & { kind: KeptKind };

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
  },
  "kept-text": {
    label: "Text typed after a session ended",
    days: 0,
    words: "24 hours",
    reason: "It waits for its writer to sign in again, and for nobody else.",
  },
  "half-sessions": {
    label: "A sign-in that was not finished",
    days: 0,
    words: "minutes; swept up each night",
    reason: "It is of no use once its time is over.",
  },
  "password-resets": {
    label: "Links that set a new password",
    days: 1,
    words: "a day after they ran out",
    reason: "So that a used link can say that it was used.",
  },
  "school-claims": {
    label: "Codes a school’s office was sent",
    days: 30,
    words: "30 days after they ran out",
    reason: "So that too many tries for one school can be noticed.",
  },
  "single-sign-on": {
    label: "A sign-in by way of another organisation, while it lasts",
    days: 0,
    words: "minutes; swept up each night",
    reason: "It is of no use once the browser is back.",
  },
  outbox: {
    label: "Work done in the background",
    days: 30,
    words: "30 days after it was done; work that is stuck, until someone has looked at it",
    reason: "To find out what went wrong. It holds numbers of records, no names.",
  },
  "caught-mails": {
    label: "Mails kept for reading in the demonstration",
    days: 30,
    words: "30 days; there are none in real use",
    reason: "Nobody needs the mails of an old demonstration.",
  },
  reports: {
    label: "Reports of what was deleted each night",
    days: 400,
    words: "400 days",
    reason: "Long enough to compare one year with the next. They hold counts, no names.",
  },
};

/** What is kept, and why it does not go by itself. */
export const KEPT: readonly Kept[] = [
  {
    kind: "signed-copies",
    label: "Signed copies, signatures and their PDFs",
    reason:
      "They are the record of a public task and may be needed for a legal claim (UK GDPR article 17(3)(b) and (e)). The name of whoever signed stays on them.",
  },
  {
    kind: "answers",
    label: "Answers, earlier versions and who looked after a section",
    words: "as long as the school keeps the self-review",
    reason:
      "They are the school’s own work. Private and lapsed self-reviews go only where the school itself chose so, and after a mail 30 days before.",
  },
  {
    kind: "action-plan",
    label: "The action plan",
    words: "as long as the school keeps it",
    reason: "It is the school’s plan and names roles, not people.",
  },
  {
    kind: "visits",
    label: "Visits, their records and signatures, and the register of reviewers",
    words: "as long as the school keeps the self-review they belong to",
    reason:
      "They are the record of a visit that both sides agreed. When a reviewer’s account is erased, what the register says of them and notes they never filed go with it.",
  },
  {
    kind: "replies",
    label: "Questions about a return, answers, replies, and which officer opened it",
    words: "as long as the signed copy they are about",
    reason:
      "They are what the school was told about a copy that is kept. Once an account is erased they no longer say who wrote.",
  },
  {
    kind: "removals",
    label: "That personal details were taken out of a text",
    reason:
      "So that a copy from a backup is cleaned again, and a PDF that was taken back is known. It holds the cleaned text, never what was taken out.",
  },
  {
    kind: "roles",
    label: "Which role counted when, and checks of who has access",
    reason:
      "They say who could read and sign on a day. Once the account is erased they hold a number and dates, no name.",
  },
  {
    kind: "calls",
    label: "When a school was rung or written to about a round, and what a call agreed",
    reason:
      "So that nobody is rung twice about one thing, and a school’s own account of it can be compared. It names roles, not people; words in it are removed as everywhere.",
  },
  {
    kind: "record",
    label: "The record of who did what",
    words: "at least 7 years, and never deleted",
    reason:
      "Each entry holds the seal of the one before, so that nobody can take one out unseen; deleting one would break the rest. It holds numbers, not names or addresses: once an account is erased it no longer says who.",
  },
  {
    kind: "duties",
    label: "Duties of the law and who changed their wording",
    reason:
      "So that an old self-review shows the law as it then stood. It holds a number, no name.",
  },
  {
    kind: "support",
    label: "Help available: courses, contacts and who changed them",
    reason:
      "So that what a school was offered can be looked up. Who changed an entry is a number, no name.",
  },
  {
    kind: "contacts",
    label: "The contact of an organisation or a school’s office",
    words: "until it is changed",
    reason: "Schools need to know whom to ask. It comes from a public register or a manager.",
  },
  {
    kind: "retention",
    label: "What was chosen on this page, who was told, and which accounts were erased",
    reason: "To show that the rules were kept. It holds numbers and dates, no names.",
  },
  {
    kind: "backups",
    label: "Copies for the case of a disaster (backups)",
    words: "35 days, and the newest until there is a newer one",
    reason:
      "Someone erased today is still in yesterday’s copy until it is thrown away. A copy that is put back is cleaned the next night.",
  },
];
