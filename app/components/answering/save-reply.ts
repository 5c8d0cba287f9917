import type { AnswerPart } from "~/forms/answers";
import type { AnswerContent } from "~/domain/response/answer";

/** The version someone else saved, ready to show. `when`: "today at 20:53". */
export type Theirs = { content: AnswerContent; byName: string; when: string; revision: number };

/**
 * Why an answer was not written. `summary` starts with what it is about, "C3: take out …"; `field` is said at
 * the box. `final`: typing on would not help, the text can only be copied.
 */
export type Refusal = {
  code: string;
  part: AnswerPart | null;
  summary: string;
  field: string;
  final: boolean;
};

/** What the autosave address answers, as JSON. `at` is the server's time, "14:02". */
export type SaveReply =
  | { kind: "saved"; key: string; revision: number; at: string }
  | { kind: "conflict"; key: string; theirs: Theirs }
  | { kind: "refused"; key: string; refusal: Refusal };
