/**
 * Text as it is set: composed (NFC), with characters that print nothing taken out, and the non-breaking
 * hyphen, which our face lacks, as a hyphen. Line ends become "\n"; other white space becomes a space.
 */
export function cleanText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029\v\f\u0085]/g, "\n")
    .replace(/\u2011/g, "-")
    .replace(/\t/g, " ")
    .replace(NOT_PRINTED, "");
}

// Control characters other than the line feed, joiners, direction marks, soft hyphens and variation selectors.
const NOT_PRINTED = /[^\P{Cc}\n]|\p{Cf}|\p{Variation_Selector}/gu;

/** Scripts that need shaping we do not do, and pictures: they print as a box (look/README.md section 2). */
export function printsAsBox(codePoint: number): boolean {
  return (
    (codePoint >= 0x0590 && codePoint <= 0x0dff) ||
    (codePoint >= 0xd800 && codePoint <= 0xf8ff) ||
    (codePoint >= 0xfb1d && codePoint <= 0xfdff) ||
    (codePoint >= 0xfe70 && codePoint <= 0xfeff) ||
    codePoint >= 0x10000
  );
}
