import { describe, expect, it } from "vitest";
import { DEAD_SESSION_KNOWN, TOMBSTONE_LIFETIME } from "~/auth/session-lifetime";
import {
  KEPT,
  NOT_PERSONAL,
  SERVICE,
  tablesInSchedule,
} from "~/domain/personal-data/retention-schedule";
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
    expect(SERVICE.sessions.limit).toEqual({ unit: "days", count: DEAD_SESSION_KNOWN / DAY });
    expect(SERVICE["kept-text"].limit).toEqual({ unit: "days", count: TOMBSTONE_LIFETIME / DAY });
  });

  it("gives a reason for all that is kept for good", () => {
    expect(KEPT.filter(({ reason }) => reason.length < 20)).toEqual([]);
  });
});
