import { ok, refused, type Result } from "~/domain/result";
import { NEEDS_OPEN_ROUND, NEEDS_REASON, type ResponseEvent } from "./events";
import type { ResponseState } from "./states";

/** Facts a move may turn on. A private self-review has no round: `roundOpen` true, `governorSigns` false. */
export type MoveContext = {
  roundOpen: boolean;
  governorSigns: boolean;
  /** Whether an officer has opened the copy signed last. */
  openedByOfficer: boolean;
  /** An earlier signed copy still stands, so work in progress is an amendment. */
  hasStandingCopy: boolean;
  /** Whether that standing copy has been replied to. */
  standingCopyReplied: boolean;
  /** What a lapsed response was when its round closed. */
  stateBeforeClosing: ResponseState | null;
  /** Why, for amend and decline; empty otherwise. */
  reason: string;
};

/**
 * What the service does beside the move: `seal` asks for the PDF, `set-aside` takes the submission signed
 * last out of standing, `governor-not-given` prints "the governor's signature was not given",
 * `keep-as-private` copies the amendment to a private self-review, `remember-state` fills
 * `stateBeforeClosing`, `forget-state` empties it.
 */
export type MoveEffect =
  | "seal"
  | "set-aside"
  | "governor-not-given"
  | "keep-as-private"
  | "remember-state"
  | "forget-state";

export type Move = { state: ResponseState; effects: readonly MoveEffect[] };

export type MoveProblem =
  | { code: "cannot"; state: ResponseState; event: ResponseEvent }
  | { code: "round-closed" }
  | { code: "opened-by-officer" }
  | { code: "reason-missing" };

type Target = ResponseState | "as-round-asks" | "as-standing-copy" | "as-before";

/** Every move there is. A quoted target that is no state is settled by `settle` from the context. */
const MOVES = {
  "not-started": { firstSave: "in-progress", close: "lapsed", withdraw: "withdrawn" },
  "in-progress": { markReady: "ready-to-sign", close: "as-standing-copy", withdraw: "withdrawn" },
  "ready-to-sign": {
    takeBack: "in-progress",
    sign: "as-round-asks",
    close: "as-standing-copy",
    withdraw: "withdrawn",
  },
  "awaiting-governor": {
    countersign: "submitted",
    noteMinute: "submitted",
    decline: "in-progress",
    recall: "in-progress",
    close: "submitted",
    withdraw: "withdrawn",
  },
  submitted: {
    recall: "in-progress",
    reply: "replied",
    amend: "in-progress",
    close: "submitted",
    withdraw: "withdrawn",
  },
  // One reply to each signed copy: the next comes after an amendment is signed.
  replied: { amend: "in-progress", close: "replied", withdraw: "withdrawn" },
  lapsed: { reopen: "as-before", withdraw: "withdrawn" },
  withdrawn: {},
} as const satisfies Record<ResponseState, Partial<Record<ResponseEvent, Target>>>;

/**
 * Where a response goes on an event and what happens with it (design.md section 4, Response). Total: an
 * event that is not in the table, or whose facts do not hold, is refused with a code. Who may cause the
 * event is the policy's question, not this one's.
 */
export function transition(
  state: ResponseState,
  event: ResponseEvent,
  context: MoveContext,
): Result<Move, MoveProblem> {
  const moves: Partial<Record<ResponseEvent, Target>> = MOVES[state];
  const target = moves[event];
  if (target === undefined) return refused({ code: "cannot", state, event });
  const problem = problemOf(event, context);
  if (problem) return refused(problem);
  const next = settle(target, context);
  if (next === null) return refused({ code: "cannot", state, event });
  return ok({ state: next, effects: effectsOf({ state, event, next }) });
}

function problemOf(event: ResponseEvent, context: MoveContext): MoveProblem | null {
  if (!context.roundOpen && has(NEEDS_OPEN_ROUND, event)) return { code: "round-closed" };
  if (event === "recall" && context.openedByOfficer) return { code: "opened-by-officer" };
  if (has(NEEDS_REASON, event) && context.reason.trim() === "") return { code: "reason-missing" };
  return null;
}

function has(list: readonly ResponseEvent[], event: ResponseEvent): boolean {
  return list.includes(event);
}

function settle(target: Target, context: MoveContext): ResponseState | null {
  if (target === "as-round-asks") return context.governorSigns ? "awaiting-governor" : "submitted";
  if (target === "as-before") return context.stateBeforeClosing;
  if (target !== "as-standing-copy") return target;
  if (!context.hasStandingCopy) return "lapsed";
  return context.standingCopyReplied ? "replied" : "submitted";
}

type Moved = { state: ResponseState; event: ResponseEvent; next: ResponseState };

function effectsOf({ state, event, next }: Moved): readonly MoveEffect[] {
  if (event === "close") return closingEffects(state, next);
  if (event === "recall" || event === "decline") return ["set-aside"];
  // The signature that the copy waits for can no longer come.
  if (event === "withdraw") return state === "awaiting-governor" ? ["set-aside"] : [];
  if (event === "reopen") return ["forget-state"];
  const lastSignature = event === "sign" || event === "countersign" || event === "noteMinute";
  return lastSignature && next === "submitted" ? ["seal"] : [];
}

function closingEffects(state: ResponseState, next: ResponseState): readonly MoveEffect[] {
  if (state === "awaiting-governor") return ["governor-not-given", "seal"];
  if (next === "lapsed") return ["remember-state"];
  return state === next ? [] : ["keep-as-private"];
}
