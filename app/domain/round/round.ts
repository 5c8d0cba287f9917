import type { Day } from "~/domain/calendar/day";

/** What the rules need to know of a review round (design.md section 2). */
export type Round = {
  opensOn: Day;
  firstDeadline: Day | null;
  finalDeadline: Day | null;
  /** Joining is voluntary and each school has periods of its own (asthma). */
  rolling: boolean;
  closedAt: Date | null;
  /** Sections asked for; null for all of them. */
  sections: readonly string[] | null;
  /** The school chooses at least this many; null: it does not choose. */
  chooseAtLeast: number | null;
};

export type RoundStanding = "not-yet-open" | "open" | "closed";

/** Deadlines never lock; only closing does. */
export function roundStanding(
  round: Pick<Round, "opensOn" | "closedAt">,
  today: Day,
): RoundStanding {
  if (round.closedAt !== null) return "closed";
  return opensLater(round, today) ? "not-yet-open" : "open";
}

/** Whether its opening day is still to come. */
export function opensLater({ opensOn }: Pick<Round, "opensOn">, today: Day): boolean {
  return opensOn > today;
}

/**
 * The sections a school answers; null for all of them. Where the school chooses, its choice among those the
 * round offers counts, and before it has chosen everything offered is shown.
 */
export function sectionsAsked(
  round: Round,
  chosen: readonly string[] | null,
): readonly string[] | null {
  if (round.chooseAtLeast === null || chosen === null) return round.sections;
  const { sections } = round;
  return sections === null ? chosen : chosen.filter((key) => sections.includes(key));
}

/** Whether a choice is enough for the round. */
export function choosesEnough(round: Round, chosen: readonly string[]): boolean {
  return (sectionsAsked(round, chosen) ?? chosen).length >= (round.chooseAtLeast ?? 0);
}
