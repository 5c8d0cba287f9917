/** States of a school's response (design.md section 4). The moves between them are in `lifecycle.ts`. */
export const RESPONSE_STATES = [
  "not-started",
  "in-progress",
  "ready-to-sign",
  "awaiting-governor",
  "submitted",
  "replied",
  "lapsed",
  "withdrawn",
] as const;
export type ResponseState = (typeof RESPONSE_STATES)[number];

/** States in which closing the round changes something: a signature, or the last one, is still to come. */
export const UNFINISHED_STATES = [
  "not-started",
  "in-progress",
  "ready-to-sign",
  "awaiting-governor",
] as const satisfies readonly ResponseState[];
