import type { Verdict } from "../policy/verdict";
import type { NotesClosed } from "./device-words";
import type { VisitState } from "./states";

const BEFORE_THE_PLAN: readonly VisitState[] = ["proposed", "accepted", "dated"];

/** Whether a reviewer's notes are open, from what the policy says of `visit.note`; null: they are. */
export function notesClosed(verdict: Verdict, state: VisitState): NotesClosed | null {
  if (verdict.allowed) return null;
  if (verdict.reason === "visit-closed") return "ended";
  return BEFORE_THE_PLAN.includes(state) ? "not-yet" : "with-school";
}

type Line = { id: string; startsAt: string };

/** The line of the day that is under way at an hour ("10:34"): the last that has begun, or the first. */
export function lineAt(lines: readonly Line[], hour: string): string | null {
  const begun = lines.filter(({ startsAt }) => startsAt <= hour);
  return (begun.at(-1) ?? lines[0])?.id ?? null;
}

/** Signs in a reviewer's jottings. */
export const LONGEST_JOTTINGS = 10_000;
