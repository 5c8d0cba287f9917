import { Secret, TOTP } from "otpauth";

const PERIOD_S = 30;
const ISSUER = "Inclusion Review";

/** A new secret for an authenticator app, base32, 160 bits. */
export function newAppSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the square code of the enrolment page holds. `email` names the account in the app. */
export function appAddress({ secret, email }: { secret: string; email: string }): string {
  return totpOf(secret, email).toString();
}

/**
 * The time step a code is of, counted from 1970 in 30 s; null when it is of none. The step before and after are
 * taken too, for clocks that differ and codes typed late.
 */
export function stepOfCode({ secret, code, now }: Given): number | null {
  const timestamp = now.getTime();
  const delta = totpOf(secret).validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_S) + delta;
}

type Given = { secret: string; code: string; now: Date };

function totpOf(secret: string, label = ""): TOTP {
  return new TOTP({
    issuer: ISSUER,
    label,
    algorithm: "SHA1", // The only one that every app takes.
    digits: 6,
    period: PERIOD_S,
    secret: Secret.fromBase32(secret),
  });
}
