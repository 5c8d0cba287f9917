import type { Day } from "~/domain/calendar/day";
import { ok, refused, type Result } from "~/domain/result";
import type { ConfirmationEvent, ConfirmationStanding, ConfirmationState } from "./states";

/** A confirmation as its rules see it. `endsOn` is the last day it holds. */
export type Dated = { state: ConfirmationState; endsOn: Day };

/** How it stands on a day: what still stands has lapsed from the day after its last. */
export function confirmationStanding({ state, endsOn }: Dated, today: Day): ConfirmationStanding {
  if (state !== "standing") return state;
  return endsOn < today ? "lapsed" : "confirmed";
}

/** Every move there is. One that has run out is renewed; there is nothing left of it to withdraw. */
const MOVES = {
  confirmed: { renew: "superseded", withdraw: "withdrawn" },
  lapsed: { renew: "superseded" },
  superseded: {},
  withdrawn: {},
} as const satisfies Record<
  ConfirmationStanding,
  Partial<Record<ConfirmationEvent, ConfirmationState>>
>;

export type ConfirmationProblem =
  | { code: "cannot"; standing: ConfirmationStanding; event: ConfirmationEvent }
  | { code: "reason-missing" };

/**
 * Where a confirmation goes on an event (design.md section 2, Confirmation). Total. Withdrawing asks for a reason;
 * who may do it is the policy's question.
 */
export function moveConfirmation(
  confirmation: Dated,
  event: ConfirmationEvent,
  { today, reason = "" }: { today: Day; reason?: string },
): Result<ConfirmationState, ConfirmationProblem> {
  const standing = confirmationStanding(confirmation, today);
  const moves: Partial<Record<ConfirmationEvent, ConfirmationState>> = MOVES[standing];
  const next = moves[event];
  if (next === undefined) return refused({ code: "cannot", standing, event });
  if (event === "withdraw" && reason.trim() === "") return refused({ code: "reason-missing" });
  return ok(next);
}
