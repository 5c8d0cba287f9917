import { ok, refused, type Result } from "~/domain/result";
import type { VisitEvent } from "./events";
import { RECORD_SIGNATURES, type RecordSignature, type VisitState } from "./states";

/** Facts a move may turn on, as they are once the event's own change is made. Days are YYYY-MM-DD. */
export type VisitContext = {
  today: string;
  /** Both reviewers and the host have accepted. */
  allAccepted: boolean;
  hostAccepted: boolean;
  /** The host has already asked for another pair; it may once. */
  askedForAnother: boolean;
  visitOn: string | null;
  focusAgreed: boolean;
  sections: number;
  statements: number;
  /** A signed copy stands that the visit can be pinned to. */
  copyStands: boolean;
  /** Every point of "three o'clock" is ticked as said. */
  pointsSaid: boolean;
  signatures: readonly RecordSignature[];
  /** Both views are written and a third person is named. */
  bothViewsWritten: boolean;
  /** Why, for cancel; empty otherwise. */
  reason: string;
};

/**
 * What the service does beside the move: `fix-ownership` holds the rule the host accepted, `ask-again` asks host and
 * new reviewer, `clear-day` takes the day off, cancels it in calendars and opens the plan again, `pin-copy` ties the
 * signed copy, `freeze` makes the record's snapshot, `seal` asks for the PDF, `end-notes` deletes jottings and purges
 * devices.
 */
export type VisitEffect =
  "fix-ownership" | "ask-again" | "clear-day" | "pin-copy" | "freeze" | "seal" | "end-notes";

export type VisitMove = { state: VisitState; effects: readonly VisitEffect[] };

export type VisitProblem =
  | { code: "cannot"; state: VisitState; event: VisitEvent }
  | { code: "asked-already" }
  | { code: "host-accepted" }
  | { code: "no-day" }
  | { code: "not-yet" }
  | { code: "sections-one-to-three" }
  | { code: "statements-up-to-eight" }
  | { code: "no-signed-copy" }
  | { code: "points-not-said" }
  | { code: "views-missing" }
  | { code: "reason-missing" };

/** One to three sections, up to eight statements (domain.md 6.4, 2). */
export const MOST_SECTIONS = 3;
export const MOST_STATEMENTS = 8;

type Target = VisitState | "as-accepted" | "as-signed";

const EARLY = {
  askForAnother: "proposed",
  replaceReviewer: "proposed",
  cancel: "cancelled",
} as const;
const DATED = { replaceReviewer: "proposed", postpone: "accepted", cancel: "cancelled" } as const;

/** Every move there is. A quoted target that is no state is settled from the context. */
const MOVES = {
  proposed: { ...EARLY, accept: "as-accepted" },
  accepted: { replaceReviewer: "proposed", agreeDate: "dated", cancel: "cancelled" },
  dated: { ...DATED, agreeDate: "dated", agreePlan: "planned" },
  planned: { ...DATED, changePlan: "dated", visited: "visited" },
  visited: { draft: "drafted" },
  drafted: { sendToSchool: "with-school" },
  "with-school": {
    sendBack: "drafted",
    agree: "agreed",
    closeWithBothViews: "closed-with-both-views",
  },
  agreed: { sign: "as-signed", closeWithBothViews: "closed-with-both-views" },
  closed: {},
  "closed-with-both-views": {},
  cancelled: {},
} as const satisfies Record<VisitState, Partial<Record<VisitEvent, Target>>>;

/**
 * Where a visit goes on an event and what happens with it (design.md section 4, Visit). Total: what is not in the
 * table, or whose facts do not hold, is refused with a code. Who may cause the event is the policy's question.
 */
export function transition(
  state: VisitState,
  event: VisitEvent,
  context: VisitContext,
): Result<VisitMove, VisitProblem> {
  const moves: Partial<Record<VisitEvent, Target>> = MOVES[state];
  const target = moves[event];
  if (target === undefined) return refused({ code: "cannot", state, event });
  const code = PROBLEMS[event]?.(context) ?? null;
  if (code !== null) return refused({ code });
  const next = settle(target, context);
  return ok({ state: next, effects: effectsOf(event, next) });
}

/** The signature that is due next; null when all are given. They come in one order (design.md section 4). */
export function nextSignature(given: readonly RecordSignature[]): RecordSignature | null {
  return RECORD_SIGNATURES.find((kind) => !given.includes(kind)) ?? null;
}

type Code = Exclude<VisitProblem["code"], "cannot">;

const PROBLEMS: Partial<Record<VisitEvent, (context: VisitContext) => Code | null>> = {
  askForAnother: ({ hostAccepted, askedForAnother }) => {
    if (hostAccepted) return "host-accepted";
    return askedForAnother ? "asked-already" : null;
  },
  agreeDate: ({ visitOn }) => (visitOn === null ? "no-day" : null),
  agreePlan: planProblem,
  visited: ({ visitOn, today }) => (visitOn === null || visitOn > today ? "not-yet" : null),
  draft: ({ pointsSaid }) => (pointsSaid ? null : "points-not-said"),
  closeWithBothViews: ({ bothViewsWritten }) => (bothViewsWritten ? null : "views-missing"),
  cancel: ({ reason }) => (reason.trim() === "" ? "reason-missing" : null),
};

function planProblem({ sections, statements, copyStands }: VisitContext): Code | null {
  if (sections < 1 || sections > MOST_SECTIONS) return "sections-one-to-three";
  if (statements > MOST_STATEMENTS) return "statements-up-to-eight";
  return copyStands ? null : "no-signed-copy";
}

function settle(target: Target, context: VisitContext): VisitState {
  if (target === "as-signed")
    return nextSignature(context.signatures) === null ? "closed" : "agreed";
  if (target !== "as-accepted") return target;
  if (!context.allAccepted) return "proposed";
  // After a reviewer was replaced the day and the plan hold, unless somebody changes them.
  if (context.visitOn === null) return "accepted";
  return context.focusAgreed ? "planned" : "dated";
}

const EFFECTS: Partial<Record<VisitEvent, readonly VisitEffect[]>> = {
  askForAnother: ["ask-again"],
  replaceReviewer: ["ask-again"],
  postpone: ["clear-day"],
  cancel: ["clear-day"],
  agreePlan: ["pin-copy"],
  agree: ["freeze"],
  closeWithBothViews: ["freeze", "seal", "end-notes"],
};

function effectsOf(event: VisitEvent, next: VisitState): readonly VisitEffect[] {
  if (event === "accept") return next === "proposed" ? [] : ["fix-ownership"];
  if (event === "sign") return next === "closed" ? ["seal", "end-notes"] : [];
  return EFFECTS[event] ?? [];
}
