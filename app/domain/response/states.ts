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
