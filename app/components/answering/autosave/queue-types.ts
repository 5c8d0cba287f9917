import type { AnswerContent } from "~/domain/response/answer";
import type { AnswerSave, Resolution } from "~/forms/answers";
import type { SaveState } from "../../saved-line";
import type { Refusal, SaveReply, Theirs } from "../save-reply";

/** What sending an answer came to. `unreachable`: no answer, or the server failed: the same save is tried again. */
export type SendResult =
  | SaveReply
  | { kind: "unreachable" }
  | { kind: "signed-out" }
  | { kind: "stopped"; message: string };

/** What of an answer is not acknowledged yet, kept so that a reload loses nothing. */
export type Draft = {
  content: AnswerContent;
  base: number;
  sending: { content: AnswerContent; saveId: string; namesConfirmed: boolean } | null;
};

export type Drafts = {
  keep: (key: string, draft: Draft) => void;
  drop: (key: string) => void;
};

/** What the screen shows of one answer. A new object each time something shown changes. */
export type AnswerState = {
  level: string | null;
  duty: AnswerContent["duty"];
  save: SaveState;
  refusal: Refusal | null;
  theirs: Theirs | null;
  /** Nobody is signed in any more: the text waits here. */
  signedOut: boolean;
};

/** An answer as the page opened with it. */
export type OpenAnswer = {
  base: number;
  /** What the server holds. */
  saved: AnswerContent;
  /** What the boxes hold; differs from `saved` where a form came back. */
  content: AnswerContent;
  state: AnswerState;
};

export type QueueParts = {
  send: (save: AnswerSave) => Promise<SendResult>;
  drafts: Drafts;
  newSaveId: () => string;
  /** Runs something after some milliseconds; the answer cancels it. */
  later: (run: () => void, ms: number) => () => void;
  open: ReadonlyMap<string, OpenAnswer>;
};

export type SaveQueue = {
  /** The content of an answer changed: `now` for a choice, `soon` while someone types. */
  change: (key: string, content: AnswerContent, when: "now" | "soon") => void;
  /** Puts back what was not acknowledged before a reload, and sends it. */
  restore: (key: string, draft: Draft) => void;
  /** Answers a conflict. What the boxes are to hold, or null where they stay. */
  resolve: (key: string, how: Resolution) => AnswerContent | null;
  /** The words asked about name no child: the same text is sent again. */
  confirmNames: (key: string) => void;
  /** Sends everything waiting. True when all of it was saved. */
  flush: () => Promise<boolean>;
  /** Tries at once what waits for the network or for signing in. */
  wake: () => void;
  hasUnsaved: () => boolean;
  contentOf: (key: string) => AnswerContent;
  stateOf: (key: string) => AnswerState;
  subscribe: (listener: () => void) => () => void;
};
