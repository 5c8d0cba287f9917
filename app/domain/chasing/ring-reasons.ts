import type { Calendar } from "~/domain/calendar/calendar";
import type { Day } from "~/domain/calendar/day";
import { workingDaysBetween } from "~/domain/calendar/working-days";
import type { ResponseState } from "~/domain/response/states";

/** Why a school is to be rung: states and dates an officer may know, nothing of an answer. `since`: it waits from then on. */
export type RingReason =
  | { kind: "asked-to-ring"; since: Day }
  | { kind: "came-back"; since: Day }
  | { kind: "nobody-joined"; since: Day; deadline: Day | null }
  | { kind: "not-started"; since: Day; deadline: Day; written: number }
  | { kind: "late"; since: Day; state: ResponseState }
  | { kind: "ready"; since: Day }
  | { kind: "governor-awaited"; since: Day }
  | { kind: "extension-ends"; since: Day; on: Day };
export type RingReasonKind = RingReason["kind"];

/** What is known of one school in one round, without anything it wrote. */
export type RingFacts = {
  state: ResponseState;
  /** The day the round opened to it. */
  invitedOn: Day;
  /** The deadline that counts for it: its own where it was given more time. */
  deadline: Day | null;
  extendedTo: Day | null;
  /** Somebody is there who can start: a headteacher or a coordinator. */
  joined: boolean;
  readyOn: Day | null;
  signedOn: Day | null;
  /** Letters and reminders about the round, and when the last one was. */
  written: number;
  lastWrittenOn: Day | null;
  lastCallOn: Day | null;
  /** When the last call ended with "ring again on …". */
  ringAgainOn: Day | null;
  /** When a mail to the school came back. */
  cameBackOn: Day | null;
};

type When = { today: Day; calendar: Calendar };

/** Working days after which waiting is worth a call: a letter, an invitation, a signature. */
export const WORTH_A_CALL = 5;
/** Working days before a deadline from which a school that has not begun is rung. */
const DEADLINE_NEAR = 25;

const UNSIGNED: readonly ResponseState[] = ["not-started", "in-progress", "ready-to-sign"];

/** Every reason to ring a school today, the one that has waited longest first; none where nothing is left to do. */
export function ringReasons(facts: RingFacts, when: When): RingReason[] {
  if (!UNSIGNED.includes(facts.state) && facts.state !== "awaiting-governor") return [];
  if (wasJustRung(facts, when)) return [];
  return [
    ...askedToRing(facts),
    ...cameBack(facts),
    ...nobodyJoined(facts, when),
    ...deadlineReasons(facts, when),
    ...signatureReasons(facts, when),
  ].sort((a, b) => a.since.localeCompare(b.since));
}

/** A call is left to work for some days, or until the day the school named. */
function wasJustRung({ lastCallOn, ringAgainOn }: RingFacts, { today, calendar }: When): boolean {
  if (lastCallOn === null) return false;
  if (ringAgainOn !== null) return ringAgainOn > today;
  return workingDaysBetween(calendar, lastCallOn, today) < WORTH_A_CALL;
}

function askedToRing({ ringAgainOn }: RingFacts): RingReason[] {
  return ringAgainOn === null ? [] : [{ kind: "asked-to-ring", since: ringAgainOn }];
}

/** A call after it has dealt with it. */
function cameBack({ cameBackOn, lastCallOn }: RingFacts): RingReason[] {
  if (cameBackOn === null || (lastCallOn !== null && lastCallOn >= cameBackOn)) return [];
  return [{ kind: "came-back", since: cameBackOn }];
}

function nobodyJoined(facts: RingFacts, { today, calendar }: When): RingReason[] {
  const { joined, invitedOn, deadline } = facts;
  if (joined || workingDaysBetween(calendar, invitedOn, today) < WORTH_A_CALL) return [];
  return [{ kind: "nobody-joined", since: invitedOn, deadline }];
}

function deadlineReasons(facts: RingFacts, when: When): RingReason[] {
  const { state, deadline, extendedTo } = facts;
  if (deadline === null || !UNSIGNED.includes(state)) return [];
  if (deadline < when.today) return [{ kind: "late", since: deadline, state }];
  // Counted only where it decides: a list looks at every school of a county.
  const left = () => workingDaysBetween(when.calendar, when.today, deadline);
  const ends: RingReason[] =
    extendedTo === deadline && left() <= WORTH_A_CALL
      ? [{ kind: "extension-ends", since: when.today, on: deadline }]
      : [];
  return [...ends, ...notStarted(facts, { ...when, deadline, left })];
}

/** Writing comes first: only where it has not helped is a school rung that is not late. */
function notStarted(
  { state, joined, written, lastWrittenOn }: RingFacts,
  { today, calendar, deadline, left }: When & { deadline: Day; left: () => number },
): RingReason[] {
  if (state !== "not-started" || !joined || lastWrittenOn === null) return [];
  if (left() > DEADLINE_NEAR) return [];
  if (workingDaysBetween(calendar, lastWrittenOn, today) < WORTH_A_CALL) return [];
  return [{ kind: "not-started", since: lastWrittenOn, deadline, written }];
}

function signatureReasons(facts: RingFacts, { today, calendar }: When): RingReason[] {
  const { state, readyOn, signedOn } = facts;
  const waits = (since: Day | null): since is Day =>
    since !== null && workingDaysBetween(calendar, since, today) >= WORTH_A_CALL;
  if (state === "ready-to-sign" && waits(readyOn)) return [{ kind: "ready", since: readyOn }];
  if (state !== "awaiting-governor" || !waits(signedOn)) return [];
  return [{ kind: "governor-awaited", since: signedOn }];
}
