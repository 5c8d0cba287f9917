import type { Calendar } from "~/domain/calendar/calendar";
import { addDays, type Day } from "~/domain/calendar/day";
import { addWorkingDays, isWorkingDay, workingDaysBetween } from "~/domain/calendar/working-days";
import {
  deadlinesFor,
  standingInRound,
  type SchoolDeadline,
  type SchoolInRound,
  type SchoolProgress,
} from "~/domain/round/participation";
import { roundStanding, type Round } from "~/domain/round/round";
import type { ReminderStage } from "./reminder-stages";

/** What the deadline of a reminder is called; "only": the round has just one. */
export type DeadlineName = "first" | "final" | "only";

/** One reminder a school may get: of which deadline, and from which day on. */
export type ReminderStep = { stage: ReminderStage; deadline: Day; names: DeadlineName; on: Day };

export type ReminderFacts = {
  round: Pick<Round, "opensOn" | "firstDeadline" | "finalDeadline" | "rolling" | "closedAt">;
  school: SchoolInRound;
  /** The day the school was last told its deadline: invited, or given more time. */
  toldOn: Day;
  /** The day reminding was turned on; it begins the day after. */
  onSince: Day;
  /** Reminders of this return that went, or had nobody to go to. */
  sent: readonly { stage: ReminderStage; deadline: Day }[];
};

type When = { today: Day; calendar: Calendar };

/** Days from the deadline (domain.md 6.7: four weeks, one week, day after, final). */
const DAYS: Record<ReminderStage, number> = {
  "four-weeks": -28,
  "one-week": -7,
  "day-after": 1,
  final: -7,
};

/** A reminder that could not go on its day, as in a holiday, still goes within so many working days. */
export const CATCH_UP_DAYS = 5;

/** Told, and not signed yet: nobody else is reminded. */
const REMINDED: readonly SchoolProgress[] = [
  "not-started",
  "drafting",
  "ready",
  "awaiting-governor",
];

/** Every reminder of a school's own deadlines, in the order in which they fall. */
export function reminderSteps(deadlines: readonly SchoolDeadline[]): ReminderStep[] {
  const [first, final] = deadlines;
  if (first === undefined) return [];
  const hasFinal = final !== undefined && final.date > first.date;
  const ofFirst = OF_FIRST.map((stage) =>
    stepOf(stage, { date: first.date, names: hasFinal ? "first" : "only" }),
  );
  if (!hasFinal) return ofFirst;
  const after = ofFirst.at(-1)?.on ?? first.date;
  // Where the final deadline follows closely, the reminder after the first has just named it.
  const ofFinal = OF_FINAL.map((stage) => stepOf(stage, { date: final.date, names: "final" }));
  return [...ofFirst, ...ofFinal.filter(({ on }) => on > after)];
}

const OF_FIRST = ["four-weeks", "one-week", "day-after"] as const;
const OF_FINAL = ["final", "day-after"] as const;

type Named = { date: Day; names: DeadlineName };

const stepOf = (stage: ReminderStage, { date, names }: Named): ReminderStep => ({
  stage,
  deadline: date,
  names,
  on: addDays(date, DAYS[stage]),
});

/**
 * The reminder a school gets today; null: none. Each goes once for a deadline, on a working day of the school, to a
 * school that was told of the round and has not signed. Of several that fell due only the latest goes, one that fell
 * before the school was told its deadline never, and one that was missed for longer than `CATCH_UP_DAYS` neither.
 */
export function reminderDue(facts: ReminderFacts, when: When): ReminderStep | null {
  const { today, calendar } = when;
  if (today <= facts.onSince || !isWorkingDay(calendar, today)) return null;
  if (!isReminded(facts, today)) return null;
  const steps = reminderSteps(deadlinesFor(facts.round, facts.school));
  const step = steps.filter(({ on }) => on <= today).at(-1);
  if (step === undefined || step.on <= facts.toldOn || wasSent(step, facts)) return null;
  return workingDaysBetween(calendar, step.on, today) > CATCH_UP_DAYS ? null : step;
}

function isReminded({ round, school }: ReminderFacts, today: Day): boolean {
  if (roundStanding(round, today) !== "open") return false;
  return REMINDED.includes(standingInRound(round, school, today).progress);
}

const wasSent = (step: ReminderStep, { sent }: ReminderFacts): boolean =>
  sent.some(({ stage, deadline }) => stage === step.stage && deadline === step.deadline);

/**
 * The reminder a school gets next if nothing changes, and its day, which is `from` or later; null: none any more.
 */
export function nextReminder(
  facts: ReminderFacts,
  { from, calendar }: { from: Day; calendar: Calendar },
): { day: Day; step: ReminderStep } | null {
  const begins = [from, addDays(facts.onSince, 1), facts.round.opensOn].sort().at(-1) ?? from;
  for (const { on } of reminderSteps(deadlinesFor(facts.round, facts.school))) {
    const day = addWorkingDays(calendar, on > begins ? on : begins, 0);
    const step = reminderDue(facts, { today: day, calendar });
    if (step !== null) return { day, step };
  }
  return null;
}
