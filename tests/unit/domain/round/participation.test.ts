import { describe, expect, it } from "vitest";
import { RESPONSE_STATES } from "~/domain/response/states";
import { deadlinesFor, standingInRound, type SchoolInRound } from "~/domain/round/participation";

const round = {
  opensOn: "2026-09-01",
  firstDeadline: "2026-12-18",
  finalDeadline: "2027-01-22",
  rolling: false,
  closedAt: null,
};
const invited: SchoolInRound = {
  participation: "invited",
  withdrawn: false,
  state: "not-started",
  hasStandingCopy: false,
  firstDeadline: null,
  finalDeadline: null,
};
const rolling = { ...round, firstDeadline: null, finalDeadline: null, rolling: true };
const LONG_AFTER = "2027-06-01";

const progress = (school: SchoolInRound | null) =>
  standingInRound(round, school, "2026-11-01").progress;
const late = (school: SchoolInRound | null, today: string) =>
  standingInRound(round, school, today).late;

describe("how far a school is in a round", () => {
  it("follows its return", () => {
    expect(RESPONSE_STATES.map((state) => [state, progress({ ...invited, state })])).toEqual([
      ["not-started", "not-started"],
      ["in-progress", "drafting"],
      ["ready-to-sign", "ready"],
      ["awaiting-governor", "awaiting-governor"],
      ["submitted", "signed"],
      ["replied", "signed"],
      ["lapsed", "lapsed"],
      ["withdrawn", "withdrawn"],
    ]);
  });

  it("is not started where it is invited and has no return yet", () => {
    expect(progress({ ...invited, state: null })).toBe("not-started");
  });

  it("stays signed while an amendment is in progress", () => {
    expect(progress({ ...invited, state: "in-progress", hasStandingCopy: true })).toBe("signed");
  });

  it("is not invited where the round is not meant for it, or counts on it without having told it", () => {
    expect(progress(null)).toBe("not-invited");
    expect(progress({ ...invited, participation: "expected" })).toBe("not-invited");
  });

  it("is withdrawn whatever its return says", () => {
    expect(progress({ ...invited, withdrawn: true, hasStandingCopy: true })).toBe("withdrawn");
  });

  it("has not joined a rolling round by being invited to it", () => {
    const of = (school: SchoolInRound) => standingInRound(rolling, school, LONG_AFTER).progress;
    expect(of(invited)).toBe("not-joined");
    expect(of({ ...invited, participation: "joined" })).toBe("not-started");
    expect(of({ ...invited, participation: "joined", state: "in-progress" })).toBe("drafting");
  });
});

describe("late", () => {
  it("is a school from the day after the deadline, by the last deadline it missed", () => {
    expect(late(invited, "2026-12-18")).toBeNull();
    const first = { kind: "first", date: "2026-12-18", extended: false };
    expect(late(invited, "2026-12-19")).toEqual(first);
    expect(late(invited, "2027-01-22")).toEqual(first);
    expect(late(invited, "2027-01-23")).toMatchObject({ kind: "final", date: "2027-01-22" });
  });

  it.each(["not-started", "in-progress", "ready-to-sign", "awaiting-governor"] as const)(
    "can be one that is %s",
    (state) => expect(late({ ...invited, state }, LONG_AFTER)).not.toBeNull(),
  );

  it.each(["submitted", "replied", "lapsed", "withdrawn"] as const)(
    "is never one that is %s",
    (state) => expect(late({ ...invited, state }, LONG_AFTER)).toBeNull(),
  );

  it("is nobody uninvited, nobody withdrawn and nobody who has signed once", () => {
    expect(late(null, LONG_AFTER)).toBeNull();
    expect(late({ ...invited, participation: "expected" }, LONG_AFTER)).toBeNull();
    expect(late({ ...invited, withdrawn: true }, LONG_AFTER)).toBeNull();
    expect(
      late({ ...invited, state: "in-progress", hasStandingCopy: true }, LONG_AFTER),
    ).toBeNull();
  });

  it("is nobody in a rolling round, and nobody once the round is closed or before it opens", () => {
    for (const participation of ["invited", "joined"] as const) {
      const school = { ...invited, participation, finalDeadline: "2026-10-01" };
      expect(standingInRound(rolling, school, LONG_AFTER).late).toBeNull();
    }
    const closed = { ...round, closedAt: new Date("2027-02-01T12:00:00Z") };
    expect(standingInRound(closed, invited, LONG_AFTER).late).toBeNull();
    const later = { ...round, opensOn: "2027-09-01" };
    expect(standingInRound(later, invited, LONG_AFTER).late).toBeNull();
  });

  it("counts a school's own deadline where it was extended", () => {
    const extended = { ...invited, firstDeadline: "2027-01-15" };
    expect(late(extended, "2027-01-15")).toBeNull();
    expect(late(extended, "2027-01-16")).toEqual({
      kind: "first",
      date: "2027-01-15",
      extended: true,
    });
    const whole = { ...extended, finalDeadline: "2027-03-01" };
    expect(late(whole, "2027-02-01")).toMatchObject({ kind: "first" });
    expect(late(whole, "2027-03-02")).toMatchObject({ date: "2027-03-01", extended: true });
  });
});

describe("the deadline to speak of", () => {
  const next = (today: string, over: Partial<SchoolInRound> = {}) =>
    standingInRound(round, { ...invited, ...over }, today).next?.date;

  it("is the first to come, else the last there was", () => {
    expect(next("2026-12-18")).toBe("2026-12-18");
    expect(next("2026-12-19")).toBe("2027-01-22");
    expect(next(LONG_AFTER)).toBe("2027-01-22");
    expect(next("2026-12-19", { firstDeadline: "2027-01-08" })).toBe("2027-01-08");
  });

  it("is none in a rolling round or where the round is not meant for the school", () => {
    expect(deadlinesFor(rolling, { firstDeadline: "2027-01-08", finalDeadline: null })).toEqual([]);
    expect(standingInRound(round, null, "2026-11-01").next).toBeNull();
  });
});
