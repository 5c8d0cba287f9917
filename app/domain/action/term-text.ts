/** A Kent term as it is stored with an action: "2026-27 Term 4". It sorts as text in the order of time. */
export const termText = ({ year, term }: { year: string; term: number }): string =>
  `${year} Term ${term}`;
