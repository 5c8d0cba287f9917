/** States of an improvement action (design.md section 4). */
export const ACTION_STATES = ["open", "in-progress", "done", "dropped"] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** Where an action comes from when not from a statement : a legal duty, or a suggestion of a visit. */
export const ACTION_SOURCES = ["duty", "suggestion"] as const;
export type ActionSource = (typeof ACTION_SOURCES)[number];

/** The three buttons of a check-in at the end of a term. */
export const CHECK_IN_ANSWERS = ["done", "on-the-way", "stuck"] as const;
export type CheckInAnswer = (typeof CHECK_IN_ANSWERS)[number];
