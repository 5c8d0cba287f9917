/** Letters and figures that nobody mistakes for another: no 0, 1, i, l, o, u. */
export const RECOVERY_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz";
export const RECOVERY_CODES = 10;
/** Characters of a code: 12 of 30 make 58 bits. */
export const RECOVERY_LENGTH = 12;

/** As shown and written down: "k7m2-p9qx-4rdt". */
export function formatRecoveryCode(code: string): string {
  return code.match(/.{1,4}/g)?.join("-") ?? "";
}

/** As compared, however it was typed: capitals, spaces and hyphens do not count. Null: it cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const code = typed.toLowerCase().replace(/[\s\-–—]/g, "");
  const isOne =
    code.length === RECOVERY_LENGTH &&
    Array.from(code).every((sign) => RECOVERY_ALPHABET.includes(sign));
  return isOne ? code : null;
}

/** The six figures of an authenticator app, however they were typed ("123 456"). Null: it cannot be one. */
export function readAppCode(typed: string): string | null {
  const code = typed.replace(/[\s-]/g, "");
  return /^\d{6}$/.test(code) ? code : null;
}
