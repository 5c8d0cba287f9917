/** What somebody is told of 30 days before it goes. */
export const NOTICE_KINDS = ["self-review", "account"] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** `kept`: it was touched, or somebody chose to keep it. */
export const NOTICE_OUTCOMES = ["removed", "kept"] as const;
export type NoticeOutcome = (typeof NOTICE_OUTCOMES)[number];

/** Who had an account erased: the person, a manager they asked, or the schedule. */
export const ERASURE_WAYS = ["own", "manager", "schedule"] as const;
export type ErasureWay = (typeof ERASURE_WAYS)[number];
