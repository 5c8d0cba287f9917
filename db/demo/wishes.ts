/** Schools of the demonstration that have asked for a visit in this year's Toolkit. Invented words. */
export const DEMO_WISHES: readonly { urn: string; terms: number; words: string }[] = [
  {
    urn: "118698",
    terms: 2,
    words: "We changed how adults share what works between lessons, and would like to be shown it.",
  },
  { urn: "118393", terms: 0, words: "" },
];
