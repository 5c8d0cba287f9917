/** The 23 check letters of a unique pupil number, in order of their value: no I, O or S. */
const CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

const SHAPE =
  /(?<![A-Za-z0-9])[A-HJ-NP-RT-Za-hj-np-rt-z](?:[ -]?\d){11}[ -]?[0-9A-HJ-NP-RT-Za-hj-np-rt-z](?![A-Za-z0-9])/g;

/**
 * Unique pupil numbers in a text, as they were typed (spaces and dashes inside them are allowed). A UPN is a
 * check letter, eleven digits, then a digit, or a letter in a temporary one; the letter is the weighted sum of
 * the rest modulo 23 (Department for Education, UPN guide). design.md decision 11: these are refused.
 */
export function findUpn(text: string): readonly string[] {
  return looksLikeUpn(text).filter(hasRightCheckLetter);
}

/** What has the shape of a UPN, its check letter right or not: a mistyped one is worth asking about. */
export function looksLikeUpn(text: string): readonly string[] {
  return [...text.matchAll(SHAPE)].map(([found]) => found);
}

function hasRightCheckLetter(typed: string): boolean {
  const [letter = "", ...rest] = typed.replace(/[ -]/g, "").toUpperCase();
  const sum = rest.reduce((total, sign, index) => total + valueOf(sign) * (index + 2), 0);
  return CHECK_LETTERS[sum % CHECK_LETTERS.length] === letter;
}

function valueOf(sign: string): number {
  return /\d/.test(sign) ? Number(sign) : CHECK_LETTERS.indexOf(sign);
}
