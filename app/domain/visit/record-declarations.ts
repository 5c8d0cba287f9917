import type { RecordSignature } from "./states";

/** What each says with the signature under a record. Kept with it, and printed. */
export const RECORD_DECLARATIONS: Record<RecordSignature, string> = {
  "second-reviewer":
    "I made this visit. The record holds what we said to the school on the day and nothing else. It holds no children’s names.",
  "lead-reviewer":
    "I led this visit. The record holds what we said to the school on the day and nothing else. It holds no children’s names.",
  head: "I have read this record. Our own words stand in it, and it may stand as our record of the visit. It holds no children’s names.",
};

/** How each signs, beside the name; a head by the school's own title. */
export const SIGNATURE_TITLES: Record<Exclude<RecordSignature, "head">, string> = {
  "second-reviewer": "second reviewer",
  "lead-reviewer": "lead reviewer",
};
