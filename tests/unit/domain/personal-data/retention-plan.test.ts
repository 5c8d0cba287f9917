import { describe, expect, it } from "vitest";
import {
  countKind,
  itemsDue,
  limitFor,
  withSchedule,
  type RetentionItem,
  type Schedules,
} from "~/domain/personal-data/retention-plan";
import { USUAL_SETTINGS } from "~/domain/personal-data/retention-settings";

const today = "2026-11-22";
const schedules: Schedules = new Map([
  ["kent", { settings: { ...USUAL_SETTINGS, mails: 3 }, started: true }],
  ["nhs", { settings: { ...USUAL_SETTINGS, mails: 9 }, started: true }],
  ["trust", { settings: { ...USUAL_SETTINGS, mails: 1 }, started: false }],
]);
const mail = (id: string, since: string, ...keepers: string[]): RetentionItem => ({
  kind: "mails",
  id,
  since,
  keepers,
});

describe("how long a thing of several organisations is kept", () => {
  it("is the longest time of those that have let deleting begin", () => {
    const months = (...keepers: string[]) => limitFor({ kind: "mails", keepers }, schedules);
    expect(months("kent")).toEqual({ unit: "months", count: 3 });
    expect(months("kent", "nhs")).toEqual({ unit: "months", count: 9 });
    expect(months("kent", "trust")).toEqual({ unit: "months", count: 3 });
  });

  it("has no end while none of them has", () => {
    expect(limitFor({ kind: "mails", keepers: ["trust"] }, schedules)).toBeNull();
    expect(limitFor({ kind: "mails", keepers: ["unknown"] }, schedules)).toBeNull();
  });

  it("is as usual for what is nobody's", () => {
    expect(limitFor({ kind: "mails", keepers: [] }, schedules)).toEqual({
      unit: "months",
      count: USUAL_SETTINGS.mails,
    });
  });
});

describe("what goes tonight", () => {
  const items = [
    mail("old", "2026-08-22", "kent"),
    mail("young", "2026-08-23", "kent"),
    mail("shared", "2026-08-22", "kent", "nhs"),
    mail("waiting", "2000-01-01", "trust"),
  ];

  it("is what is due by those limits and nothing else", () => {
    expect(itemsDue(items, { schedules, today }).map(({ id }) => id)).toEqual(["old"]);
  });

  it("is counted for each organisation, with the oldest that stays", () => {
    const due = itemsDue(items, { schedules, today });
    const counted = countKind("mails", { items, due, organisationId: "kent" });
    expect(counted).toEqual({ kind: "mails", due: 1, oldest: "2026-08-22" });
    expect(countKind("bounces", { items, due, organisationId: "kent" })).toEqual({
      kind: "bounces",
      due: 0,
      oldest: null,
    });
  });

  it("is told before deleting begins as if it had", () => {
    const wouldBe = withSchedule(schedules, {
      organisationId: "trust",
      settings: USUAL_SETTINGS,
    });
    const due = itemsDue(items, { schedules: wouldBe, today });
    expect(countKind("mails", { items, due, organisationId: "trust" }).due).toBe(1);
  });
});
