/** What is stored of a confirmation; that it has run out follows from the day. */
export const CONFIRMATION_STATES = ["standing", "superseded", "withdrawn"] as const;
export type ConfirmationState = (typeof CONFIRMATION_STATES)[number];

/** How a confirmation stands on a day. */
export const CONFIRMATION_STANDINGS = ["confirmed", "lapsed", "superseded", "withdrawn"] as const;
export type ConfirmationStanding = (typeof CONFIRMATION_STANDINGS)[number];

/** `renew`: a later confirmation of the same school in the same round takes its place. */
export const CONFIRMATION_EVENTS = ["renew", "withdraw"] as const;
export type ConfirmationEvent = (typeof CONFIRMATION_EVENTS)[number];
