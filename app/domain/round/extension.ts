import type { Day } from "~/domain/calendar/day";
import { formatDate } from "~/domain/calendar/format";
import { readDay } from "~/domain/calendar/read-day";
import { findUpn } from "~/domain/people/upn";
import { ok, refused, type Result } from "~/domain/result";

export const REASON_MAX = 500;

/** A change for one school as typed. An empty first deadline leaves it as it is. */
export type TypedExtension = { firstDeadline: string; finalDeadline: string; reason: string };

export type SchoolProblem = { field: string; message: string };

/** The school's own deadlines; null: those of the round. */
export type Extension = { firstDeadline: Day | null; finalDeadline: Day; reason: string };

/** Deadlines that count for the school now. */
type Now = { firstDeadline: Day | null; finalDeadline: Day | null };

/** More time for one school: never less than it has, the final deadline not before the first, and why. */
export function judgeExtension(
  typed: TypedExtension,
  now: Now,
): Result<Extension, SchoolProblem[]> {
  const first = typed.firstDeadline.trim() === "" ? null : readDay(typed.firstDeadline);
  const final = readDay(typed.finalDeadline);
  const problems: SchoolProblem[] = [];
  if (typed.firstDeadline.trim() !== "") {
    problems.push(...dayProblems("firstDeadline", first, now.firstDeadline));
  }
  problems.push(...dayProblems("finalDeadline", final, now.finalDeadline));
  const counts = first ?? now.firstDeadline;
  if (problems.length === 0 && counts !== null && final !== null && final < counts) {
    problems.push({
      field: "finalDeadline",
      message: "Enter a final deadline that is not before the first",
    });
  }
  const reason = judgeReason(typed.reason);
  if (!reason.ok) problems.push(...reason.problem);
  if (problems.length > 0 || final === null || !reason.ok) return refused(problems);
  return ok({ firstDeadline: first, finalDeadline: final, reason: reason.value });
}

function dayProblems(field: string, day: Day | null, now: Day | null): SchoolProblem[] {
  if (day === null) return [{ field, message: "Enter a day, like 29 1 2027" }];
  if (now === null || day >= now) return [];
  return [{ field, message: `Enter ${formatDate(now)} or a later day: the school has until then` }];
}

/** Why something is done to a school, as the school is told it. */
export function judgeReason(typed: string): Result<string, SchoolProblem[]> {
  const reason = typed.trim();
  const problem = (message: string) => refused([{ field: "reason", message }]);
  if (reason === "") return problem("Say why: the school is told");
  if (reason.length > REASON_MAX) return problem(`Use at most ${REASON_MAX} characters`);
  if (findUpn(reason).length > 0) return problem("Take out what looks like a pupil number (UPN)");
  return ok(reason);
}
