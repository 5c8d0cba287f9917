import type { LeadFilter, PointsState, Status } from "~/domain/confirmation/list-schools";
import type { NotConfirmable } from "~/domain/confirmation/confirm-rules";

export const POINTS_WORDS: Record<PointsState, string> = {
  met: "All points met",
  "one-missing": "One thing missing",
  "more-missing": "More missing",
  "not-signed": "Not signed yet",
};

export const STATUS_WORDS: Record<Status, string> = {
  "to-confirm": "To confirm now",
  confirmed: "Confirmed",
  renewing: "Runs out within 8 weeks",
  lapsed: "Ran out",
};

export const leadWords = (filter: LeadFilter, september: string): string =>
  filter === "lapses" ? `Training lapses before ${september}` : "The lead has left";

/** Why a school cannot be confirmed now. */
export const WHY_NOT: Record<NotConfirmable | "round-closed", string> = {
  "not-signed": "Nothing is signed yet.",
  "points-missing": "Not all points are Yes in what is signed.",
  "confirmed-already":
    "What is signed has been confirmed. The next one is confirmed once it is signed.",
  "not-due-yet": "It is confirmed, and renewing is offered 8 weeks before the end.",
  "round-closed": "The round is closed.",
};

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
