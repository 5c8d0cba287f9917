/** Why something is not allowed. Screens explain from it; it never names people. */
export const DENIALS = [
  "outside-scope",
  "school-team-only",
  "drafts-stay-in-school",
  "governors-read-signed-copies",
  "needs-head-or-coordinator",
  "needs-head",
  "needs-governor",
  "needs-officer",
  "needs-manager",
  "needs-author",
  "locked-for-signing",
  "already-signed",
  "not-ready-to-sign",
  "not-signed",
  "not-awaiting-governor",
  "signed-by-the-same-person",
  "opened-by-officer",
  "round-closed",
  "round-not-open-yet",
  "lapsed",
  "withdrawn",
  "governor-awaited",
  "already-replied",
  "being-amended",
  "set-aside",
  "titles-only",
  "not-yours",
  "has-a-role",
  "needs-lead-reviewer",
  "assigned-reviewers-only",
  "copy-not-open-yet",
  "visit-closed",
  "not-at-this-step",
  "your-view-first",
  "other-view-awaited",
  "record-being-written",
  "school-owns-record",
] as const;
export type Denial = (typeof DENIALS)[number];

/** `hide`: answer "not found", because the person may not know that the object exists. */
export type Verdict = { allowed: true } | { allowed: false; reason: Denial; hide: boolean };

export const ALLOWED: Verdict = { allowed: true };
export const HIDDEN: Verdict = { allowed: false, reason: "outside-scope", hide: true };

/** Refuses something the person may know about. */
export function denied(reason: Denial): Verdict {
  return { allowed: false, reason, hide: false };
}
