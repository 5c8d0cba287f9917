/** What can happen to a response (design.md section 4, Response). */
export const RESPONSE_EVENTS = [
  "firstSave",
  "markReady",
  "takeBack",
  "sign",
  "countersign",
  "noteMinute",
  "decline",
  "recall",
  "reply",
  "amend",
  "close",
  "reopen",
  "withdraw",
] as const;
export type ResponseEvent = (typeof RESPONSE_EVENTS)[number];

/** Events that need the round to be open. A reply may come after closing; closing itself and withdrawing may too. */
export const NEEDS_OPEN_ROUND = [
  "firstSave",
  "markReady",
  "takeBack",
  "sign",
  "countersign",
  "noteMinute",
  "decline",
  "recall",
  "amend",
  "reopen",
] as const satisfies readonly ResponseEvent[];

/** Events a person gives a reason for. */
export const NEEDS_REASON = ["decline", "amend"] as const satisfies readonly ResponseEvent[];
