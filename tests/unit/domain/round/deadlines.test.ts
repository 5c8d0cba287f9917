import { describe, expect, it } from "vitest";
import { deadlinesOf, deadlineWords, nextDeadline } from "~/domain/round/deadlines";
import {
  choosesEnough,
  opensLater,
  roundStanding,
  sectionsAsked,
  type Round,
} from "~/domain/round/round";
import { kentCalendar } from "../calendar/kent-calendar";

const calendar = kentCalendar();
const round: Round = {
  opensOn: "2026-09-01",
  firstDeadline: "2026-12-18",
  finalDeadline: "2027-01-22",
  rolling: false,
  closedAt: null,
  sections: null,
  chooseAtLeast: null,
};

const words = (today: string) =>
  deadlinesOf(round, { today, calendar }).map((deadline) => deadlineWords(deadline, today));

describe("deadlines", () => {
  it("are counted in working days, without school holidays", () => {
    expect(words("2026-11-12")).toEqual(["in 26 working days", "in 41 working days"]);
    expect(words("2026-12-17")[0]).toBe("in 1 working day");
  });

  it("are today, and then some days ago", () => {
    expect(words("2026-12-18")[0]).toBe("today");
    expect(words("2026-12-19")[0]).toBe("1 day ago");
    expect(words("2026-12-24")[0]).toBe("6 days ago");
  });

  it("are counted in days when no working day lies between", () => {
    const sunday = { ...round, firstDeadline: "2026-11-22", finalDeadline: null };
    const today = "2026-11-20";
    const [deadline] = deadlinesOf(sunday, { today, calendar });
    expect(deadline).toMatchObject({ workingDays: 0, when: "upcoming" });
    expect(deadline && deadlineWords(deadline, today)).toBe("in 2 days");
  });

  it("speak of the first that has not passed, else of the last", () => {
    const next = (today: string) => nextDeadline(deadlinesOf(round, { today, calendar }))?.kind;
    expect(next("2026-12-18")).toBe("first");
    expect(next("2026-12-19")).toBe("final");
    expect(next("2027-03-01")).toBe("final");
    expect(nextDeadline(deadlinesOf(null, { today: "2026-12-01", calendar }))).toBeNull();
  });
});

describe("a round", () => {
  it("is open from its first day until it is closed, whatever its deadlines", () => {
    expect(roundStanding(round, "2026-08-31")).toBe("not-yet-open");
    expect(opensLater(round, "2026-08-31")).toBe(true);
    expect(opensLater(round, "2026-09-01")).toBe(false);
    expect(roundStanding(round, "2026-09-01")).toBe("open");
    expect(roundStanding(round, "2027-06-01")).toBe("open");
    expect(roundStanding({ ...round, closedAt: new Date(0) }, "2026-10-01")).toBe("closed");
  });

  it("asks for the sections it names, or those the school chose among them", () => {
    expect(sectionsAsked(round, null)).toBeNull();
    const some = { ...round, sections: ["9", "11"] };
    expect(sectionsAsked(some, ["9"])).toEqual(["9", "11"]);
    const choice = { ...some, chooseAtLeast: 1 };
    expect(sectionsAsked(choice, ["9", "12"])).toEqual(["9"]);
    expect(sectionsAsked(choice, null)).toEqual(["9", "11"]);
    expect(sectionsAsked({ ...round, chooseAtLeast: 2 }, ["A", "C"])).toEqual(["A", "C"]);
  });

  it("says whether enough sections were chosen", () => {
    const choice = { ...round, sections: ["9", "11"], chooseAtLeast: 2 };
    expect(choosesEnough(choice, ["9", "12"])).toBe(false);
    expect(choosesEnough(choice, ["9", "11"])).toBe(true);
    expect(choosesEnough(round, [])).toBe(true);
  });
});
