/** Whether a signed copy waits for the governor, stands, or was set aside (declined, recalled). */
export const SUBMISSION_STATES = ["awaiting-governor", "standing", "set-aside"] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

export const SIGN_OFF_KINDS = ["signed", "countersigned", "declined", "minute-noted"] as const;
export type SignOffKind = (typeof SIGN_OFF_KINDS)[number];

export const DOCUMENT_STATES = ["pending", "ready", "failed"] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];
