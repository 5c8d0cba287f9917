import { ok, refused, type Result } from "~/domain/result";

/** States of a question an officer asks about a return (design.md section 2, Query). */
export const QUESTION_STATES = ["open", "answered", "closed"] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

/** `answer`: the school writes or changes its answer. `close`: the officer needs no more. */
export const QUESTION_EVENTS = ["answer", "close"] as const;
export type QuestionEvent = (typeof QUESTION_EVENTS)[number];

const MOVES = {
  open: { answer: "answered", close: "closed" },
  answered: { answer: "answered", close: "closed" },
  closed: {},
} as const satisfies Record<QuestionState, Partial<Record<QuestionEvent, QuestionState>>>;

export type QuestionProblem = { code: "cannot"; state: QuestionState; event: QuestionEvent };

/** Where a question goes on an event. Total: an event that is not in the table is refused. */
export function moveQuestion(
  state: QuestionState,
  event: QuestionEvent,
): Result<QuestionState, QuestionProblem> {
  const moves: Partial<Record<QuestionEvent, QuestionState>> = MOVES[state];
  const next = moves[event];
  return next === undefined ? refused({ code: "cannot", state, event }) : ok(next);
}
