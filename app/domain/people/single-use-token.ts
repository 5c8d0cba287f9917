/** How long an invitation can be accepted. In milliseconds. */
export const INVITATION_LIFETIME = 14 * 24 * 3600_000;

/** Bytes of chance in a link; as hexadecimal figures twice as many characters. */
export const TOKEN_BYTES = 25;
const TOKEN = new RegExp(`^[0-9a-f]{${TOKEN_BYTES * 2}}$`);

/** Whether text from an address can be a token of ours at all; what cannot is not looked up. */
export function looksLikeToken(text: string): boolean {
  return TOKEN.test(text);
}

type Standing = { expiresAt: Date; acceptedAt: Date | null; withdrawnAt: Date | null };
export type InvitationState = "waiting" | "accepted" | "withdrawn" | "expired";

/** Where an invitation stands. Its last moment no longer counts. */
export function invitationState(one: Standing, now: Date): InvitationState {
  if (one.acceptedAt !== null) return "accepted";
  if (one.withdrawnAt !== null) return "withdrawn";
  return now < one.expiresAt ? "waiting" : "expired";
}
