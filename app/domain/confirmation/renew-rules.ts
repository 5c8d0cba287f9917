import type { Day } from "~/domain/calendar/day";
import type { ConfirmationState } from "./states";
import { renewalDue } from "./validity";

/** The school's last confirmation in a round, and the period its newest self-review is of. */
export type Renewing = {
  last: { state: ConfirmationState; endsOn: Day; period: number };
  newestPeriod: number;
  roundOpen: boolean;
  today: Day;
};

export type Renewal =
  /** Not yet, or there is nothing to renew. */
  | "not-due"
  /** The school can begin the next period. */
  | "offered"
  /** The next period has its self-review. */
  | "begun"
  | "round-closed";

/** Whether a school can renew: its confirmation stands and nears its end, and the next period is not begun. */
export function renewalOf({ last, newestPeriod, roundOpen, today }: Renewing): Renewal {
  if (last.state !== "standing") return "not-due";
  if (newestPeriod > last.period) return "begun";
  if (!renewalDue(last.endsOn, today)) return "not-due";
  return roundOpen ? "offered" : "round-closed";
}
