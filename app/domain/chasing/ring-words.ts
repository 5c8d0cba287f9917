import type { Calendar } from "~/domain/calendar/calendar";
import type { Day } from "~/domain/calendar/day";
import { formatDay } from "~/domain/calendar/format";
import { workingDaysBetween } from "~/domain/calendar/working-days";
import { assertNever } from "~/domain/result";
import type { RingReason } from "./ring-reasons";

type When = { today: Day; calendar: Calendar };

/** Why a school is rung, in a sentence or two. */
export function ringWords(reason: RingReason, when: When): string {
  switch (reason.kind) {
    case "asked-to-ring":
      return reason.since === when.today
        ? "The school asked you to ring today."
        : `The school asked you to ring on ${formatDay(reason.since)}.`;
    case "came-back":
      return "An e-mail came back. Ask who has the role now.";
    case "nobody-joined":
      return `Nobody has joined yet${dueWords(reason.deadline, when)}.`;
    case "not-started":
      return `Not started${dueWords(reason.deadline, when)}. ${lettersWords(reason.written)}`;
    case "late":
      return `${LATE_WORDS[reason.state] ?? "Not signed"}. It was due on ${formatDay(reason.since)}.`;
    case "ready":
      return `Ready to sign for ${since(reason.since, when)}.`;
    case "governor-awaited":
      return `Signed by the head, governor awaited for ${since(reason.since, when)}.`;
    case "extension-ends":
      return `The extra time ends on ${formatDay(reason.on)}.`;
    default:
      return assertNever(reason);
  }
}

const LATE_WORDS: Partial<Record<string, string>> = {
  "not-started": "Not started",
  "in-progress": "In progress, not signed",
  "ready-to-sign": "Ready to sign, not signed",
};

function dueWords(deadline: Day | null, { today, calendar }: When): string {
  if (deadline === null || deadline < today) return "";
  const left = workingDaysBetween(calendar, today, deadline);
  return left === 0 ? ", deadline today" : `, deadline in ${days(left)}`;
}

const lettersWords = (written: number): string =>
  written === 1 ? "One mail sent." : `${written} mails sent.`;

const since = (day: Day, { today, calendar }: When): string =>
  days(workingDaysBetween(calendar, day, today));

const days = (count: number): string => `${count} working day${count === 1 ? "" : "s"}`;
