import { addDays, type Day } from "~/domain/calendar/day";
import { readDay } from "~/domain/calendar/read-day";
import { findUpn } from "~/domain/people/upn";
import { ok, refused, type Result } from "~/domain/result";
import { CONTACT_ROLES, type ContactRole } from "./contact-kinds";

/** A call as typed. */
export type CallFields = { on: string; withWhom: string; agreed: string; ringAgainOn: string };
export type CallProblem = { field: keyof CallFields; message: string; asks?: "names" };
export type NewCall = {
  on: Day;
  withWhom: ContactRole;
  agreed: string;
  ringAgainOn: Day | null;
};

/** Longest line of what was agreed, in UTF-16 code units. */
export const AGREED_MAX = 300;
/** How far back a call may be noted, and how far ahead "ring again" may lie, in days. */
const BACK = 60;
const AHEAD = 120;

type Known = {
  today: Day;
  /** The call as it was noted, where it is corrected: days that stay are not asked about again. */
  was?: Pick<NewCall, "on" | "ringAgainOn">;
};

/** Reads a call, or says at which field it does not hold. */
export function readCall(typed: CallFields, { today, was }: Known): Result<NewCall, CallProblem[]> {
  const on = readDay(typed.on);
  const withWhom = CONTACT_ROLES.find((role) => role === typed.withWhom);
  const agreed = typed.agreed.trim();
  const ringAgainOn = typed.ringAgainOn.trim() === "" ? null : readDay(typed.ringAgainOn);
  const problems: CallProblem[] = [
    ...(on !== null && on === was?.on ? [] : dayProblem(on, today)),
    ...(withWhom === undefined ? [{ field: "withWhom" as const, message: "Say with whom" }] : []),
    ...agreedProblem(agreed),
    ...(ringAgainOn !== null && ringAgainOn === was?.ringAgainOn
      ? []
      : againProblem(typed.ringAgainOn, { ringAgainOn, today })),
  ];
  if (problems.length > 0 || on === null || withWhom === undefined) return refused(problems);
  return ok({ on, withWhom, agreed, ringAgainOn });
}

function dayProblem(on: Day | null, today: Day): CallProblem[] {
  if (on === null) return [{ field: "on", message: "Enter the day of the call, like 4 9 2026" }];
  if (on > today) return [{ field: "on", message: "The call must not lie ahead" }];
  if (on >= addDays(today, -BACK)) return [];
  return [{ field: "on", message: "Enter a day of the last two months" }];
}

function agreedProblem(agreed: string): CallProblem[] {
  const message = agreedMessage(agreed);
  return message === null ? [] : [{ field: "agreed", message }];
}

function agreedMessage(agreed: string): string | null {
  if (agreed === "") return "Say in a line what was agreed";
  if (agreed.length > AGREED_MAX) return `Use ${AGREED_MAX} characters or fewer`;
  return findUpn(agreed).length > 0 ? "Take out what looks like a pupil number (UPN)" : null;
}

type Again = { ringAgainOn: Day | null; today: Day };

function againProblem(typed: string, { ringAgainOn, today }: Again): CallProblem[] {
  if (typed.trim() === "") return [];
  const holds =
    ringAgainOn !== null && ringAgainOn >= today && ringAgainOn <= addDays(today, AHEAD);
  if (holds) return [];
  return [{ field: "ringAgainOn", message: "Enter a day from today on, like 4 9 2026" }];
}
