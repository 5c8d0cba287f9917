import type { Day } from "~/domain/calendar/day";
import { ok, refused, type Result } from "~/domain/result";
import { confirmationStanding } from "./lifecycle";
import type { SchemeStanding } from "./scheme-standing";
import type { ConfirmationState } from "./states";
import { renewalDue } from "./validity";

/** The copy of a school that stands and was signed last; null: none does. */
export type Standing = { submissionId: string; period: number; scheme: SchemeStanding };

/** The school's last confirmation in the round. */
export type LastConfirmation = {
  submissionId: string;
  period: number;
  state: ConfirmationState;
  endsOn: Day;
};

/** Why a school cannot be confirmed now. */
export type NotConfirmable = "not-signed" | "points-missing" | "confirmed-already" | "not-due-yet";

export type Confirming = {
  copy: Standing | null;
  last: LastConfirmation | null;
  today: Day;
};

/**
 * Whether the organisation can confirm a school now: a copy stands, all points of the scheme are Yes in it, and it is
 * not what the last confirmation was given for. A later copy of the same period waits until renewing is due. After a
 * withdrawal the same copy may be confirmed again.
 */
export function mayConfirm({ copy, last, today }: Confirming): Result<Standing, NotConfirmable> {
  if (copy === null) return refused("not-signed");
  if (copy.scheme.points === 0 || copy.scheme.missing.length > 0) return refused("points-missing");
  if (last === null || last.state === "withdrawn") return ok(copy);
  if (last.submissionId === copy.submissionId) return refused("confirmed-already");
  const runs = confirmationStanding(last, today) === "confirmed";
  if (runs && copy.period <= last.period && !renewalDue(last.endsOn, today)) {
    return refused("not-due-yet");
  }
  return ok(copy);
}
