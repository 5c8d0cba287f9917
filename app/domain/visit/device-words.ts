import type { DeliveryRefusal } from "./delivery";
import type { JottingsRefusal } from "./device-jottings";
import type { NoteKind } from "./states";

/** The three buttons under the box. */
export const NOTE_KIND_WORDS: Record<NoteKind, string> = {
  saw: "What we saw",
  "works-well": "Works well",
  wondered: "Wondered",
};

const notes = (count: number): string => (count === 1 ? "1 note" : `${count} notes`);

/** "1 note", "3 notes". */
export const noteCountWords = notes;

/** "7 notes on this tablet, 5 sent": the first are only here, the second on the server. */
export const countWords = ({ waiting, sent }: { waiting: number; sent: number }): string =>
  `${notes(waiting)} on this tablet, ${sent} sent`;

/** What to do about a note that is not taken. */
export const REFUSAL_WORDS: Record<DeliveryRefusal, string> = {
  empty: "Write the note first",
  "too-long": "Shorten the note: it may have 2,000 signs",
  upn: "Take out what looks like a pupil number (UPN)",
  names: "Does this name a child? Take it out, or say that it does not",
  "not-yours": "This note is somebody else’s. Copy your words into a new one",
  "no-such-activity": "This part of the day is no longer in the plan. Put the note under another",
  closed: "The record is with the school, so notes are not taken now. It stays on this tablet",
};

/** The same for jottings. */
export const JOTTINGS_REFUSAL_WORDS: Record<JottingsRefusal, string> = {
  closed: "The record is with the school, so jottings are not changed now",
  "too-long": "Shorten your jottings: they may have 10,000 signs",
  upn: "Take out what looks like a pupil number (UPN)",
};

/** What is said where storage holds nothing of a visit that the server has notes of. */
export const clearedWords = (sent: number): string =>
  `This tablet held nothing of this visit: it is new to it, or its storage was cleared. ` +
  `Nothing that was sent is lost: ${notes(sent)} ${sent === 1 ? "is" : "are"} listed here. ` +
  `A note that was written here and not sent is gone; write it again while you remember it.`;

/** Why a visit's notes are not open, and what that means for them. */
export type NotesClosed = "not-yet" | "with-school" | "ended";

export const CLOSED_WORDS: Record<NotesClosed, string> = {
  "not-yet": "Notes open when the plan of the day is agreed.",
  "with-school": "The record is with the school. Your notes stand as they are.",
  ended: "This visit is over. Your jottings are deleted, and so is what this tablet kept of it.",
};
