import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayFromNumber, dayNumber, type Day } from "~/domain/calendar/day";
import {
  addMonths,
  dueOn,
  goesOn,
  isDue,
  limitWords,
  longestOf,
  NOTICE_DAYS,
  noticeStep,
  type RetentionLimit,
} from "~/domain/personal-data/retention-limits";

const days = (count: number): RetentionLimit => ({ unit: "days", count });
const months = (count: number): RetentionLimit => ({ unit: "months", count });
const years = (count: number): RetentionLimit => ({ unit: "school-years", count });
const FOR_GOOD: RetentionLimit = { unit: "for-good" };

const aDay = fc
  .integer({ min: dayNumber("2020-01-01"), max: dayNumber("2060-12-31") })
  .map(dayFromNumber);
const aLimit: fc.Arbitrary<RetentionLimit> = fc.oneof(
  fc.integer({ min: 1, max: 400 }).map(days),
  fc.integer({ min: 1, max: 84 }).map(months),
  fc.integer({ min: 1, max: 10 }).map(years),
  fc.constant(FOR_GOOD),
);

/** The fewest days any limit of this kind can be. */
function atLeast(limit: RetentionLimit): number {
  if (limit.unit === "for-good") return Number.POSITIVE_INFINITY;
  return limit.count * { days: 1, months: 28, "school-years": 365 }[limit.unit];
}

describe("the first day something may go", () => {
  it("is so many days or months after it was last of use", () => {
    expect(dueOn(days(10), "2026-11-22")).toBe("2026-12-02");
    expect(dueOn(months(6), "2026-11-22")).toBe("2027-05-22");
  });

  it("is the last day of a month that has no such day", () => {
    expect(addMonths("2027-08-31", 6)).toBe("2028-02-29");
    expect(addMonths("2026-12-31", 2)).toBe("2027-02-28");
    expect(addMonths("2026-11-30", 1)).toBe("2026-12-30");
  });

  it("is 1 September after whole school years, whenever in its year it was touched", () => {
    expect(dueOn(years(1), "2026-09-01")).toBe("2028-09-01");
    expect(dueOn(years(1), "2027-08-31")).toBe("2028-09-01");
    expect(dueOn(years(3), "2027-09-01")).toBe("2031-09-01");
  });

  it("never comes for what is kept for good", () => {
    expect(dueOn(FOR_GOOD, "1900-01-01")).toBeNull();
    expect(isDue(FOR_GOOD, { since: "1900-01-01", today: "2100-01-01" })).toBe(false);
  });
});

describe("being due", () => {
  it("holds for nothing that is newer than its limit", () => {
    fc.assert(
      fc.property(aLimit, aDay, fc.nat(2000), (limit, since, age) => {
        fc.pre(age < atLeast(limit));
        expect(isDue(limit, { since, today: addDays(since, age) })).toBe(false);
      }),
    );
  });

  it("once true stays true", () => {
    fc.assert(
      fc.property(aLimit, aDay, aDay, fc.nat(4000), (limit, since, today, later) => {
        fc.pre(isDue(limit, { since, today }));
        expect(isDue(limit, { since, today: addDays(today, later) })).toBe(true);
      }),
    );
  });

  it("comes no sooner for what is kept longer", () => {
    fc.assert(
      fc.property(fc.array(aLimit, { minLength: 1 }), aDay, aDay, (limits, since, today) => {
        fc.pre(isDue(longestOf(limits), { since, today }));
        fc.pre(limits.every((limit) => limit.unit === "months"));
        expect(limits.every((limit) => isDue(limit, { since, today }))).toBe(true);
      }),
    );
  });
});

describe("the longest of several", () => {
  it("wins, and keeping for good is longest", () => {
    expect(longestOf([months(6), months(12), months(3)])).toEqual(months(12));
    expect(longestOf([months(6), FOR_GOOD])).toEqual(FOR_GOOD);
    expect(longestOf([])).toEqual(FOR_GOOD);
  });
});

describe("what goes only after a mail", () => {
  const since = "2026-11-22";
  const step = (today: Day, toldOn: Day | null) => noticeStep(months(6), { since, today, toldOn });

  it("is told of from 30 days before, and goes on its day", () => {
    expect(step("2027-04-21", null)).toBe("keep");
    expect(step("2027-04-22", null)).toBe("tell");
    expect(step("2027-05-21", "2027-04-22")).toBe("wait");
    expect(step("2027-05-22", "2027-04-22")).toBe("remove");
  });

  it("waits 30 days from the mail, however long it has been due", () => {
    expect(step("2030-01-01", null)).toBe("tell");
    expect(step("2030-01-30", "2030-01-01")).toBe("wait");
    expect(step("2030-01-31", "2030-01-01")).toBe("remove");
    expect(goesOn(months(6), { since, toldOn: "2030-01-01" })).toBe("2030-01-31");
  });

  it("never goes within 30 days of being told, nor before its limit", () => {
    fc.assert(
      fc.property(aLimit, aDay, aDay, aDay, (limit, from, today, toldOn) => {
        fc.pre(noticeStep(limit, { since: from, today, toldOn }) === "remove");
        expect(today >= addDays(toldOn, NOTICE_DAYS)).toBe(true);
        expect(isDue(limit, { since: from, today })).toBe(true);
      }),
    );
  });
});

describe("limits in words", () => {
  it("say one and many", () => {
    expect(limitWords(months(1))).toBe("1 month");
    expect(limitWords(years(3))).toBe("3 school years");
    expect(limitWords(FOR_GOOD)).toBe("for good");
  });
});
