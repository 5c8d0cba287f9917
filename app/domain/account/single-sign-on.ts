/** How long a browser has to come back from a provider. In milliseconds. */
export const TRIP_LIFETIME = 10 * 60_000;

/** How long an account elsewhere that is nobody's here waits to be connected. In milliseconds. */
export const PENDING_IDENTITY_LIFETIME = 15 * 60_000;

/** How far a provider's clock may be from ours. In seconds. */
const CLOCK_TOLERANCE_S = 30;

/**
 * Whether a person showed the provider who they are after we asked for it (OpenID Connect Core 3.1.2.1, `max_age`).
 * Both in seconds since 1970.
 */
export function isFreshAuthentication({ authTime, askedAt }: Fresh): boolean {
  return authTime !== null && authTime >= askedAt - CLOCK_TOLERANCE_S;
}

type Fresh = { authTime: number | null; askedAt: number };

/** Why a way through a provider did not lead in. */
export const SINGLE_SIGN_ON_PROBLEMS = [
  "unknown-provider",
  "away",
  "cancelled",
  "expired",
  "untrusted",
  "wrong-organisation",
  "closed",
  "other-account",
  "taken",
  "already-connected",
  "not-fresh",
  "signed-out",
  "invitation-gone",
  "too-many",
] as const;
export type SingleSignOnProblem = (typeof SINGLE_SIGN_ON_PROBLEMS)[number];

type Ways = { hasPassword: boolean; identities: number };

/** Whether an account can do without one of the accounts elsewhere that open it. */
export function mayDisconnect({ hasPassword, identities }: Ways): boolean {
  return hasPassword || identities > 1;
}
