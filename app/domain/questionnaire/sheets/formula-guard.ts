/**
 * A spreadsheet program takes a CSV cell that begins with one of these signs for a formula and runs it. An apostrophe
 * before it makes it text; cells that begin with apostrophes and such a sign get one more, so that reading takes off
 * exactly what writing put there. Cells of XLSX files are typed as text and need none.
 */
const LOOKS_LIKE_FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

export const guardCell = (text: string): string =>
  LOOKS_LIKE_FORMULA.test(text) ? `'${text}` : text;

/** Undoes `guardCell`. A sign that stands without an apostrophe is left as it is: it is only text here. */
export const unguardCell = (text: string): string =>
  text.startsWith("'") && LOOKS_LIKE_FORMULA.test(text) ? text.slice(1) : text;
