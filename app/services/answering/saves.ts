import type { AnswerContent } from "~/domain/response/answer";
import type { SaveProblem } from "~/domain/response/save-answer";
import type { PersonView } from "./views";

/** One answer to save. `base` is the revision the writer had before them; `saveId` is made by the browser. */
export type AnswerToSave = {
  key: string;
  content: AnswerContent;
  base: number;
  saveId: string;
  /** The writer was asked about what looks like a name and said that it names no child. */
  namesConfirmed: boolean;
};

/** `saveAnswer(app, actor, input): Promise<SaveOutcome>`. */
export type SaveAnswerInput = { urn: string; responseId: string } & AnswerToSave;

/** `saveSection(app, actor, input): Promise<SectionOutcome>`: the form without JavaScript. */
export type SaveSectionInput = {
  urn: string;
  responseId: string;
  answers: readonly AnswerToSave[];
};

/**
 * Why nothing was written. `content` gives back everything that was typed. `part` names the box the message
 * belongs to. Beside the domain's own: the start page comes first, or the save id was used for another text.
 */
export type RefusedSave =
  | Exclude<SaveProblem, { code: "conflict" }>
  | { code: "confirm-first"; content: AnswerContent }
  | { code: "save-id-used"; content: AnswerContent };

export type Saved = { kind: "saved"; key: string; revision: number; savedAt: Date };
/** Two writers: nothing was written. Keep mine saves again with `base: theirs.revision`. */
export type Conflicted = {
  kind: "conflict";
  key: string;
  mine: AnswerContent;
  theirs: { content: AnswerContent; by: PersonView; at: Date; revision: number };
};
export type Refused = { kind: "refused"; key: string; problem: RefusedSave };
export type SaveOutcome = Saved | Conflicted | Refused;
/** Of a section form also `unchanged`: the text is what stands already, so no save was made. */
export type SectionOutcome = {
  outcomes: (SaveOutcome | { kind: "unchanged"; key: string })[];
  savedAt: Date | null;
};
