import { RECOVERY_ALPHABET } from "~/domain/account/recovery-code";

/** Characters of a code: 8 of 30, of which 5 may be tried. */
export const CLAIM_LENGTH = 8;
/** How long a code works. In milliseconds. */
export const CLAIM_LIFETIME = 24 * 3600_000;
export const CLAIM_TRIES = 5;
/** Codes asked for one school in the lifetime of a code: an office is not to be flooded. */
export const CLAIMS_PER_SCHOOL = 3;

/** As mailed and read out: "k7qm-4d2p". */
export function formatClaimCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** As compared, however it was typed: capitals, spaces and hyphens do not count. Null: it cannot be one. */
export function readClaimCode(typed: string): string | null {
  const code = typed.toLowerCase().replace(/[\s\-–—]/g, "");
  const isOne =
    code.length === CLAIM_LENGTH &&
    Array.from(code).every((sign) => RECOVERY_ALPHABET.includes(sign));
  return isOne ? code : null;
}

type Claimable = {
  officeEmail: string | null;
  closedOn: string | null;
  /** Whether a head or coordinator is there or to come, limited ones aside. */
  isLed: boolean;
};

/** Whether a code is mailed at all. Nobody is told: the page answers the same for every school. */
export function mayBeClaimed({ officeEmail, closedOn, isLed }: Claimable): boolean {
  return officeEmail !== null && officeEmail.trim() !== "" && closedOn === null && !isLed;
}
