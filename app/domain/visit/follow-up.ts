/** Signs a school may write after a visit. */
export const FOLLOW_UP_LIMITS = { whatWeDid: 1000, ratingWords: 400 } as const;

/** How useful the visit was, as shown; stored as 1 to 4. */
export const RATING_WORDS = {
  1: "Not useful to us",
  2: "Of some use",
  3: "Useful",
  4: "Very useful",
} as const;

export type Rating = keyof typeof RATING_WORDS;

export const isRating = (value: number): value is Rating => value in RATING_WORDS;
