const SMALL = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** "nine", "14": figures from ten on. */
export const countInWords = (count: number): string => SMALL[count] ?? String(count);

/** "1 school", "6 schools". */
export const schoolsWords = (count: number): string =>
  `${count} ${count === 1 ? "school" : "schools"}`;
