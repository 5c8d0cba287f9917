import type { AnswerContent } from "~/domain/response/answer";
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

/** Which box the message belongs to; `answer` is the whole statement. */
export type AnswerBox = keyof AnswerContent | "answer";

export type SaveProblemCode =
  | "unknown-statement"
  | "does-not-apply"
  | "wrong-level"
  | "wrong-duty"
  | "too-long"
  | "not-a-number"
  | "not-a-date"
  | "not-an-email"
  | "looks-like-upn"
  | "looks-like-name"
  | "save-id-used"
  | "confirm-first"
  | "ready-to-sign"
  | "signed"
  | "closed"
  | "withdrawn"
  | "not-yours-to-change";

/** `excerpt` is the run of text the names guard stopped at, shown back to the writer. */
export type SaveProblem = {
  code: SaveProblemCode;
  box: AnswerBox;
  excerpt: string | null;
  /** For `too-long`: the longest text allowed. */
  limit: number | null;
};

export type Saved = { kind: "saved"; key: string; revision: number; savedAt: Date };
/** Two writers: nothing was written. Keep mine saves again with `base: theirs.revision`. */
export type Conflicted = {
  kind: "conflict";
  key: string;
  mine: AnswerContent;
  theirs: { content: AnswerContent; by: PersonView; at: Date; revision: number };
};
export type Refused = { kind: "refused"; key: string; problem: SaveProblem };
export type SaveOutcome = Saved | Conflicted | Refused;
/** Of a section form also `unchanged`: the text is what stands already, so no save was made. */
export type SectionOutcome = {
  outcomes: (SaveOutcome | { kind: "unchanged"; key: string })[];
  savedAt: Date | null;
};
