/** A number as PDF writes it: at most two decimals, never an exponent, never minus zero. */
export function number(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return Object.is(rounded, -0) ? "0" : String(rounded);
}

const colours = new Map<string, string>();

/** A colour given as #rrggbb as three operands between 0 and 1. */
export function colourOf(hex: string): string {
  const known = colours.get(hex);
  if (known !== undefined) return known;
  const operands = [1, 3, 5]
    .map((at) => String(Math.round((parseInt(hex.slice(at, at + 2), 16) / 255) * 1000) / 1000))
    .join(" ");
  colours.set(hex, operands);
  return operands;
}

/** Text as UTF-16 with its mark, in hexadecimal, for strings that may hold any character. */
export function utf16Hex(text: string): string {
  let hex = "FEFF";
  for (let index = 0; index < text.length; index += 1) hex += hex4(text.charCodeAt(index));
  return hex;
}

/** Four hexadecimal digits. */
export function hex4(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, "0");
}

/** A moment as a PDF date in UTC. */
export function pdfDate(moment: Date): string {
  return `D:${moment.toISOString().replace(/\D/g, "").slice(0, 14)}Z`;
}
