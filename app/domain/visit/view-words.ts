import type { ModeratedView, NoteKind } from "./states";

/** As shown beside the level the school chose (design.md section 2). */
export const VIEW_WORDS: Record<ModeratedView, string> = {
  "further-on": "further on",
  "about-there": "about there",
  "not-there-yet": "not there yet",
  "not-looked-at": "not looked at",
};

/** Headings of the record. */
export const NOTE_KIND_WORDS: Record<NoteKind, string> = {
  saw: "What we saw",
  "works-well": "What works well",
  wondered: "What we wondered",
};

/** On the buttons under a note. */
export const NOTE_BUTTON_WORDS: Record<NoteKind, string> = {
  saw: "What we saw",
  "works-well": "Works well",
  wondered: "Wondered",
};
