/** More than any box holds. In UTF-16 code units. */
const LONGEST = 10_000;

/**
 * Letters with their accents stored one way (Unicode NFC). A longer text is given back as it is, for its box to refuse:
 * composing takes the square of a run of marks, and half a million of them hold everybody up for minutes.
 */
export function composedText(text: string): string {
  return text.length > LONGEST ? text : text.normalize("NFC");
}
