import { describe, expect, it } from "vitest";
import { DEAD_SESSION_KNOWN } from "~/auth/session-lifetime";
import { NOT_PERSONAL, tablesInSchedule } from "~/domain/personal-data/kept-tables";
import { KEPT, SERVICE, sweepBefore } from "~/domain/personal-data/retention-schedule";
import { allTables, nameOfTable } from "~db/account-tables";

const DAY = 86_400_000;

describe("the schedule", () => {
  it("speaks of every table of the database, or says that it holds nobody's data", () => {
    const spoken = [...tablesInSchedule(), ...NOT_PERSONAL].sort();
    expect(spoken).toEqual([...new Set(spoken)]);
    const missing = allTables.map(nameOfTable).filter((name) => !spoken.includes(name));
    expect(missing, "say in app/domain/personal-data how long it is kept and why").toEqual([]);
  });

  it("names no table that is gone", () => {
    const there = allTables.map(nameOfTable);
    expect(
      [...tablesInSchedule(), ...NOT_PERSONAL].filter((name) => !there.includes(name)),
    ).toEqual([]);
  });

  it("forgets sessions when signing in does", () => {
    expect(SERVICE.sessions.days).toBe(DEAD_SESSION_KNOWN / DAY);
    const now = new Date("2026-11-24T10:00:00Z");
    expect(sweepBefore("sessions", now)).toEqual(new Date("2026-11-14T10:00:00Z"));
    expect(sweepBefore("kept-text", now)).toEqual(now);
  });

  it("gives a reason for all that is kept for good", () => {
    expect(KEPT.filter(({ reason }) => reason.length < 20)).toEqual([]);
  });
});
