import { describe, expect, it } from "vitest";
import type { Calendar } from "~/domain/calendar/calendar";
import { answerBy, clocksOf } from "~/domain/visit/clocks";
import { nextSteps, type VisitStanding } from "~/domain/visit/next-steps";

/** Terms 3 and 4 with a week off between, and one bank holiday. */
const calendar: Calendar = {
  terms: [
    { year: "2026-27", term: 3, from: "2027-01-04", to: "2027-02-12" },
    { year: "2026-27", term: 4, from: "2027-02-22", to: "2027-03-25" },
  ],
  bankHolidays: ["2027-03-01"],
};

describe("the clocks of a visit", () => {
  it("count working days back and forth in one term", () => {
    expect(clocksOf(calendar, "2027-01-28")).toEqual({
      focusBy: "2027-01-14",
      copyOpensOn: "2027-01-21",
      draftBy: "2027-02-04",
      agreedBy: "2027-02-11",
      followUpFrom: "2027-02-25",
      followUpBy: "2027-03-25",
    });
  });

  it("step over the school holiday and the bank holiday", () => {
    const clocks = clocksOf(calendar, "2027-02-10");
    expect(clocks.draftBy).toBe("2027-02-24");
    expect(clocks.agreedBy).toBe("2027-03-04");
    expect(answerBy(calendar, "2027-02-11")).toBe("2027-02-25");
  });
});

const planned: VisitStanding = {
  state: "proposed",
  waitingFor: [],
  acceptedOn: "2027-01-11",
  visitOn: "2027-01-28",
  signatures: [],
  followedUp: false,
};
const on = (today: string) => ({ calendar, today });

describe("what is next for each party", () => {
  it("names each who has not answered, and who is late", () => {
    const waitingFor = [
      { party: "host", askedOn: "2027-01-11" },
      { party: "second", askedOn: "2027-01-04" },
    ] as const;
    expect(nextSteps({ ...planned, waitingFor }, on("2027-01-12"))).toEqual([
      { party: "host", step: "accept", by: "2027-01-18", late: false },
      { party: "second", step: "accept", by: "2027-01-11", late: true },
    ]);
  });

  it("is not late on the last day itself", () => {
    const [step] = nextSteps({ ...planned, state: "visited" }, on("2027-02-04"));
    expect(step).toEqual({ party: "both-reviewers", step: "draft", by: "2027-02-04", late: false });
  });

  it("asks for the signatures one after the other", () => {
    const agreed = { ...planned, state: "agreed" } as const;
    const party = (signatures: VisitStanding["signatures"]) =>
      nextSteps({ ...agreed, signatures }, on("2027-02-08"))[0]?.party;
    expect(party([])).toBe("second");
    expect(party(["second-reviewer"])).toBe("lead");
    expect(party(["second-reviewer", "lead-reviewer"])).toBe("host");
  });

  it("leaves nothing to do once the follow-up is given", () => {
    const closed = { ...planned, state: "closed" } as const;
    expect(nextSteps(closed, on("2027-03-01"))[0]?.step).toBe("follow-up");
    expect(nextSteps({ ...closed, followedUp: true }, on("2027-03-01"))).toEqual([]);
  });
});
