/**
 * `queued`: in the outbox, waiting or parked there. `bounced`: the recipient's server refused the address.
 * `dropped`: no longer wanted when its time came.
 */
export const MAIL_STATES = ["queued", "sent", "bounced", "dropped"] as const;
export type MailState = (typeof MAIL_STATES)[number];
