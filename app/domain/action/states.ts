/** States of an improvement action (design.md section 4). */
export const ACTION_STATES = ["open", "in-progress", "done", "dropped"] as const;
export type ActionState = (typeof ACTION_STATES)[number];
