import type { Day } from "~/domain/calendar/day";
import type { ResponseState } from "~/domain/response/states";
import { roundStanding, type Round } from "./round";

/**
 * How a school stands to a round that is meant for it, kept apart on purpose (domain.md 6.7): `expected` is counted on
 * but has not been told, `invited` has been told, `joined` has said itself that it takes part (rolling rounds only).
 */
export const PARTICIPATIONS = ["expected", "invited", "joined"] as const;
export type Participation = (typeof PARTICIPATIONS)[number];

/** What is known of a school in a round. A school the round is not meant for has none of it: null. */
export type SchoolInRound = {
  participation: Participation;
  withdrawn: boolean;
  /** Null where it has no return yet. Of several periods, the latest. */
  state: ResponseState | null;
  /** Whether a signed copy stands: it stays so while an amendment is in progress. */
  hasStandingCopy: boolean;
  /** Its own deadlines where they were extended; null: those of the round. */
  firstDeadline: Day | null;
  finalDeadline: Day | null;
};

export type SchoolProgress =
  | "not-invited"
  | "not-joined"
  | "not-started"
  | "drafting"
  | "ready"
  | "awaiting-governor"
  | "signed"
  | "lapsed"
  | "withdrawn";

/** A day that counts for one school; `extended`: it is the school's own, not the round's. */
export type SchoolDeadline = { kind: "first" | "final"; date: Day; extended: boolean };

/**
 * How far a school is. `late` is the deadline it has missed, the last of them; null while none is, and always for a
 * school that is not invited, has signed, or takes part in a rolling round. `next` is the deadline to speak of: the
 * first still to come, else the last there was.
 */
export type SchoolStanding = {
  progress: SchoolProgress;
  next: SchoolDeadline | null;
  late: SchoolDeadline | null;
};

type RoundFacts = Pick<
  Round,
  "opensOn" | "firstDeadline" | "finalDeadline" | "rolling" | "closedAt"
>;

/**
 * How a school stands in a round on a day. Nobody uninvited is late; a school whose deadline was extended is late only
 * after its own; a deadline is missed the day after it. After closing nobody is late any more: who has not signed has
 * lapsed.
 */
export function standingInRound(
  round: RoundFacts,
  school: SchoolInRound | null,
  today: Day,
): SchoolStanding {
  const progress = progressOf(round, school);
  const deadlines = school === null ? [] : deadlinesFor(round, school);
  const missed = deadlines.filter(({ date }) => date < today).at(-1) ?? null;
  const isOpen = roundStanding(round, today) === "open";
  return {
    progress,
    next: deadlines.find(({ date }) => date >= today) ?? deadlines.at(-1) ?? null,
    late: isOpen && CAN_BE_LATE.includes(progress) ? missed : null,
  };
}

const CAN_BE_LATE: readonly SchoolProgress[] = [
  "not-started",
  "drafting",
  "ready",
  "awaiting-governor",
];

const PROGRESS_OF: Record<ResponseState, SchoolProgress> = {
  "not-started": "not-started",
  "in-progress": "drafting",
  "ready-to-sign": "ready",
  "awaiting-governor": "awaiting-governor",
  submitted: "signed",
  replied: "signed",
  lapsed: "lapsed",
  withdrawn: "withdrawn",
};

function progressOf({ rolling }: RoundFacts, school: SchoolInRound | null): SchoolProgress {
  if (school === null) return "not-invited";
  if (school.withdrawn) return "withdrawn";
  if (school.hasStandingCopy) return "signed";
  if (school.participation === "expected") return "not-invited";
  if (rolling && school.participation === "invited") return "not-joined";
  return PROGRESS_OF[school.state ?? "not-started"];
}

/** The deadlines that count for a school, in order: its own where they were extended. None in a rolling round. */
export function deadlinesFor(
  { rolling, firstDeadline, finalDeadline }: RoundFacts,
  own: Pick<SchoolInRound, "firstDeadline" | "finalDeadline">,
): SchoolDeadline[] {
  if (rolling) return [];
  const dates = [
    { kind: "first", date: own.firstDeadline ?? firstDeadline, extended: own.firstDeadline },
    { kind: "final", date: own.finalDeadline ?? finalDeadline, extended: own.finalDeadline },
  ] as const;
  return dates.flatMap(({ kind, date, extended }) =>
    date === null ? [] : [{ kind, date, extended: extended !== null }],
  );
}
