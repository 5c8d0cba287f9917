/** A short title inside a sentence: "Telling parents" is "telling parents"; "SEN list" stays as it is. */
export const lower = (words: string): string =>
  /^(A |[A-Z][a-z])/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
