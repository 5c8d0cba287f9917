import { randomInt } from "node:crypto";
import {
  formatRecoveryCode,
  RECOVERY_ALPHABET,
  RECOVERY_CODES,
  RECOVERY_LENGTH,
} from "~/domain/account/recovery-code";
import type { App } from "~/platform/app.server";
import { keyedHash } from "./secret-box.server";

/** Ten new recovery codes, as shown, and what is stored of them. */
export async function newRecoveryCodes(app: App): Promise<{ codes: string[]; hashes: string[] }> {
  const codes = Array.from({ length: RECOVERY_CODES }, newCode);
  const hashes = await Promise.all(codes.map((code) => keyedHash(app, code)));
  return { codes: codes.map(formatRecoveryCode), hashes };
}

function newCode(): string {
  const signs = Array.from(
    { length: RECOVERY_LENGTH },
    () => RECOVERY_ALPHABET[randomInt(RECOVERY_ALPHABET.length)],
  );
  return signs.join("");
}
