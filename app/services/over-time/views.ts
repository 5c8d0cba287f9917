import type { Level } from "~/domain/questionnaire/definition";

/** A signed copy as the head of a column. */
export type SignedRoundView = {
  responseId: string;
  number: number;
  title: string;
  signedAt: Date;
  version: number;
};

/** `level` null and `text` empty: nothing was signed here, and `words` say why. `words` are sentences without stops. */
export type CellView = {
  level: Pick<Level, "name" | "mark" | "steps"> | null;
  text: string;
  words: string[];
};

/** `code`: "A1"; null where a line is known by its title alone. */
export type LineView = {
  key: string;
  code: string | null;
  title: string;
  cells: CellView[];
};

/** How the statements of the copy signed last stand to the answers before them. */
export type MovedView = { furtherOn: number; back: number; same: number; broken: number };

/** `viewOverTime`: what a school signed of one questionnaire, line by line, one cell for each copy. */
export type OverTimeView = {
  urn: string;
  schoolName: string;
  responseId: string;
  /** The questionnaire's. */
  title: string;
  /** Oldest first. */
  rounds: SignedRoundView[];
  moved: MovedView;
  sections: { key: string; title: string; headline: LineView | null; lines: LineView[] }[];
  numbers: LineView[];
  /** What the newest version no longer asks. */
  gone: LineView[];
};
