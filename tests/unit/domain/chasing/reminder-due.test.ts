import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Calendar } from "~/domain/calendar/calendar";
import { addDays } from "~/domain/calendar/day";
import { isWorkingDay, workingDaysBetween } from "~/domain/calendar/working-days";
import {
  CATCH_UP_DAYS,
  nextReminder,
  reminderDue,
  type ReminderFacts,
} from "~/domain/chasing/reminder-due";
import { RESPONSE_STATES } from "~/domain/response/states";
import { PARTICIPATIONS } from "~/domain/round/participation";

/** Terms around a Christmas holiday from 19 December to 4 January, and a half-term holiday in February. */
const calendar: Calendar = {
  terms: [
    { year: "2026-27", term: 1, from: "2026-09-01", to: "2026-10-23" },
    { year: "2026-27", term: 2, from: "2026-11-02", to: "2026-12-18" },
    { year: "2026-27", term: 3, from: "2027-01-05", to: "2027-02-12" },
    { year: "2026-27", term: 4, from: "2027-02-22", to: "2027-03-25" },
  ],
  bankHolidays: ["2026-12-25", "2027-01-01"],
};
const FACTS: ReminderFacts = {
  round: {
    opensOn: "2026-09-01",
    firstDeadline: "2026-12-18",
    finalDeadline: "2027-01-22",
    rolling: false,
    closedAt: null,
  },
  school: {
    participation: "invited",
    withdrawn: false,
    state: "in-progress",
    hasStandingCopy: false,
    firstDeadline: null,
    finalDeadline: null,
  },
  toldOn: "2026-09-01",
  onSince: "2026-09-01",
  sent: [],
};
const with_ = (school: Partial<ReminderFacts["school"]>): ReminderFacts => ({
  ...FACTS,
  school: { ...FACTS.school, ...school },
});
const dueOn = (today: string, facts: ReminderFacts = FACTS) => {
  const step = reminderDue(facts, { today, calendar });
  return step === null ? null : `${step.stage} ${step.deadline}`;
};

/** What goes on which day, from `from` on for so many days, each noted as sent. */
function played(facts: ReminderFacts, { from, days }: { from: string; days: number }) {
  const sent = [...facts.sent];
  const went: { day: string; stage: string; deadline: string; on: string }[] = [];
  for (let passed = 0; passed <= days; passed += 1) {
    const day = addDays(from, passed);
    const step = reminderDue({ ...facts, sent }, { today: day, calendar });
    if (step === null) continue;
    const { stage, deadline, on } = step;
    sent.push({ stage, deadline });
    went.push({ day, stage, deadline, on });
  }
  return went;
}
const played1 = (facts: ReminderFacts) =>
  played(facts, { from: "2026-09-01", days: 200 }).map(
    ({ day, stage, deadline }) => `${day} ${stage} ${deadline}`,
  );

describe("the reminder due today", () => {
  it("comes four weeks and one week before the first deadline, the day after, and about the final one", () => {
    expect(played1(FACTS)).toEqual([
      "2026-11-20 four-weeks 2026-12-18",
      "2026-12-11 one-week 2026-12-18",
      "2027-01-05 day-after 2026-12-18",
      "2027-01-15 final 2027-01-22",
      "2027-01-25 day-after 2027-01-22",
    ]);
  });

  it("is none on a weekend, in a holiday, before its day, and once it was sent", () => {
    expect(dueOn("2026-11-19")).toBeNull();
    expect(dueOn("2026-11-20")).toBe("four-weeks 2026-12-18");
    expect(dueOn("2026-11-21")).toBeNull();
    expect(dueOn("2026-12-21")).toBeNull();
    const sent = [{ stage: "four-weeks" as const, deadline: "2026-12-18" }];
    expect(dueOn("2026-11-20", { ...FACTS, sent })).toBeNull();
  });

  it("is for schools that were told and have not signed, and no others", () => {
    const of = (school: Partial<ReminderFacts["school"]>) => dueOn("2026-12-11", with_(school));
    expect(RESPONSE_STATES.filter((state) => of({ state }) !== null)).toEqual([
      "not-started",
      "in-progress",
      "ready-to-sign",
      "awaiting-governor",
    ]);
    expect(PARTICIPATIONS.filter((participation) => of({ participation }) !== null)).toEqual([
      "invited",
      "joined",
    ]);
    expect(of({ withdrawn: true })).toBeNull();
    expect(of({ hasStandingCopy: true })).toBeNull();
    const closed = { ...FACTS, round: { ...FACTS.round, closedAt: new Date(0) } };
    expect(dueOn("2026-12-11", closed)).toBeNull();
    const rolling = { ...FACTS, round: { ...FACTS.round, rolling: true } };
    expect(dueOn("2026-12-11", rolling)).toBeNull();
  });

  it("follows the school’s own deadline, and begins after it was told of it", () => {
    const own = { firstDeadline: "2027-01-29", finalDeadline: "2027-02-26" };
    const extended = { ...with_(own), toldOn: "2027-01-11" };
    expect(played1(extended)).toEqual([
      "2027-01-22 one-week 2027-01-29",
      "2027-02-01 day-after 2027-01-29",
      "2027-02-22 final 2027-02-26",
      "2027-03-01 day-after 2027-02-26",
    ]);
  });

  it("leaves out what fell before reminding was turned on, if it is long past", () => {
    expect(dueOn("2026-11-20", { ...FACTS, onSince: "2026-11-20" })).toBeNull();
    expect(dueOn("2026-11-23", { ...FACTS, onSince: "2026-11-20" })).toBe("four-weeks 2026-12-18");
    expect(dueOn("2026-11-30", { ...FACTS, onSince: "2026-11-20" })).toBeNull();
  });

  it("does not name a final deadline twice that follows the first closely", () => {
    const round = { ...FACTS.round, firstDeadline: "2027-01-15", finalDeadline: "2027-01-22" };
    expect(played1({ ...FACTS, round }).map((words) => words.split(" ")[1])).toEqual([
      "four-weeks",
      "one-week",
      "day-after",
      "day-after",
    ]);
  });

  it("speaks of one deadline where there is only one", () => {
    const round = { ...FACTS.round, firstDeadline: null };
    const step = reminderDue({ ...FACTS, round }, { today: "2027-01-15", calendar });
    expect(step).toMatchObject({ stage: "one-week", names: "only", deadline: "2027-01-22" });
  });

  it("is none in a round without deadlines", () => {
    const round = { ...FACTS.round, firstDeadline: null, finalDeadline: null };
    expect(played1({ ...FACTS, round })).toEqual([]);
  });
});

const aDay = fc.integer({ min: 0, max: 200 }).map((days) => addDays("2026-09-01", days));
const orNone = fc.option(aDay, { nil: null });
const someFacts: fc.Arbitrary<ReminderFacts> = fc.record({
  round: fc.record({
    opensOn: aDay,
    firstDeadline: orNone,
    finalDeadline: orNone,
    rolling: fc.constant(false),
    closedAt: fc.constant(null),
  }),
  school: fc.record({
    participation: fc.constantFrom(...PARTICIPATIONS),
    withdrawn: fc.boolean(),
    state: fc.constantFrom(...RESPONSE_STATES),
    hasStandingCopy: fc.boolean(),
    firstDeadline: orNone,
    finalDeadline: orNone,
  }),
  toldOn: aDay,
  onSince: aDay,
  sent: fc.constant([]),
});

describe("whatever the dates", () => {
  it("nothing goes twice, outside working days, to somebody not asked, or long after its day", () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const went = played(facts, { from: "2026-08-01", days: 280 });
        const { participation, withdrawn, hasStandingCopy } = facts.school;
        const isAsked = participation !== "expected" && !withdrawn && !hasStandingCopy;
        expect(went.length === 0 || isAsked).toBe(true);
        expect(new Set(went.map(({ stage, deadline }) => stage + deadline)).size).toBe(went.length);
        expect(went.length).toBeLessThanOrEqual(5);
        for (const { day, on } of went) {
          expect(isWorkingDay(calendar, day)).toBe(true);
          expect(day >= on && day > facts.onSince && on > facts.toldOn).toBe(true);
          expect(day >= facts.round.opensOn).toBe(true);
          expect(workingDaysBetween(calendar, on, day)).toBeLessThanOrEqual(CATCH_UP_DAYS);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("the next one foretold is the first that goes", () => {
    fc.assert(
      fc.property(someFacts, aDay, (facts, from) => {
        const [first] = played(facts, { from, days: 280 });
        const next = nextReminder(facts, { from, calendar });
        expect(next?.day ?? null).toBe(first?.day ?? null);
        expect(next?.step.stage ?? null).toBe(first?.stage ?? null);
      }),
      { numRuns: 150 },
    );
  });
});
