import type { TextChange } from "~/domain/questionnaire/compare/word-runs";
import type { AnswerRule, Level } from "~/domain/questionnaire/definition";
import type { AnswerContent } from "~/domain/response/answer";
import type { MoveAsks } from "~/domain/response/move-version";
import type { ResponseHeaderView } from "~/services/answering/views";

/** Words of a statement, a section or a field, with the answer that stands under it. */
export type MoveSide = { key: string; words: string; content: AnswerContent; level: Level | null };

/** What an answer that was touched waits for after the move. */
export type TouchState = "to-read" | "to-answer" | "done";

/** One answer that a move touches: the old words and answer beside the new. `note`: the author's words to schools. */
export type MoveTouch = {
  rule: AnswerRule;
  asks: MoveAsks;
  note: string | null;
  from: MoveSide[];
  to: MoveSide;
  /** Words that differ between the versions; empty where only the levels do. */
  differs: TextChange[];
  /** The section it is answered in; null for a number or a name. */
  section: string | null;
};

export type MoveWords = { key: string; words: string };

/** What a move does to the answers. Counts are of answers. */
export type MoveEffectView<Touch = MoveTouch> = {
  touched: Touch[];
  /** Statements that nobody was asked before. */
  added: MoveWords[];
  /** Answers that are no longer asked for. */
  setAside: MoveWords[];
  untouched: number;
};

export type MoveOffer = MoveEffectView & {
  number: number;
  /** The last day to finish on the version there is now, YYYY-MM-DD; null: none is named. */
  finishBy: string | null;
  /** That day is over. Nothing happens by itself. */
  finishByOver: boolean;
};

/** An answer that was touched, as it stands now. `revision`: the save that the reader sees. */
export type TouchNow = MoveTouch & { state: TouchState; revision: number };

/** The move that stands and may still be undone, with what it touched as it stands now. */
export type MoveDone = MoveEffectView<TouchNow> & {
  from: number;
  at: Date;
  by: string;
  /** How many saves there were when this was read. */
  seen: number;
  /** Answers written since the move that undoing puts back to what they were before it. */
  putBack: MoveWords[];
  /** Answers to statements of the newer version only: kept, and there again after another move. */
  waiting: MoveWords[];
};

/** The page of versions of one self-review. */
export type MoveView = {
  response: ResponseHeaderView;
  offer: MoveOffer | null;
  moved: MoveDone | null;
  /** Whether this person moves it and undoes it now. */
  mayMove: boolean;
};

/** For the home of a self-review. `toDo`: answers that the move left to be read or given again. */
export type VersionHint = {
  offered: { number: number; finishBy: string | null } | null;
  moved: { from: number; toDo: number } | null;
};
