import type { OwnershipRule } from "./states";

/** Who reads a record besides the school and its reviewers, short: for the foot of a page and a choice. */
export const OWNERSHIP_TITLES: Record<OwnershipRule, string> = {
  themes: "Strengths, themes and help wanted",
  "whole-record": "The whole record",
  "figures-only": "Figures only",
};

/**
 * The rule in a sentence, shown before anything is written and printed on the record (design.md section 3).
 * `organisation`: "Kent County Council".
 */
export function ownershipSentence(rule: OwnershipRule, organisation: string): string {
  return `The school owns this record. ${WHAT_OFFICERS_READ[rule](organisation)}`;
}

const WHAT_OFFICERS_READ: Record<OwnershipRule, (organisation: string) => string> = {
  themes: (name) =>
    `Officers of ${name} read what works well, themes and help wanted, not the rest.`,
  "whole-record": (name) => `Officers of ${name} read all of it once it is signed.`,
  "figures-only": (name) =>
    `Officers of ${name} see figures across schools only, never this record.`,
};
