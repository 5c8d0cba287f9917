import { randomBytes, randomInt } from "node:crypto";
import { RECOVERY_ALPHABET } from "~/domain/account/recovery-code";
import { CLAIM_LENGTH } from "~/domain/people/claim-code";
import { TOKEN_BYTES } from "~/domain/people/single-use-token";
import { hashSessionId } from "./session-id.server";

/** What a link holds, and what is stored of it: the same hash as a session's. */
export function newToken(): { secret: string; hash: string } {
  const secret = randomBytes(TOKEN_BYTES).toString("hex");
  return { secret, hash: hashToken(secret) };
}

export const hashToken = (secret: string): string => hashSessionId(secret);

/** A code to claim a school, as compared. */
export function newClaimCode(): string {
  const signs = Array.from(
    { length: CLAIM_LENGTH },
    () => RECOVERY_ALPHABET[randomInt(RECOVERY_ALPHABET.length)],
  );
  return signs.join("");
}
