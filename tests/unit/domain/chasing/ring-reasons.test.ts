import { describe, expect, it } from "vitest";
import { mondayList } from "~/domain/chasing/monday-list";
import { ringReasons, type RingFacts } from "~/domain/chasing/ring-reasons";
import { ringWords } from "~/domain/chasing/ring-words";

/** No terms are known, so every weekday works. 24 November 2026 is a Tuesday. */
const calendar = { terms: [], bankHolidays: [] };
const when = { today: "2026-11-24", calendar };

const BEGUN: RingFacts = {
  state: "in-progress",
  invitedOn: "2026-09-01",
  deadline: "2026-12-18",
  extendedTo: null,
  joined: true,
  readyOn: null,
  signedOn: null,
  written: 0,
  lastWrittenOn: null,
  lastCallOn: null,
  ringAgainOn: null,
  cameBackOn: null,
};
const kinds = (over: Partial<RingFacts>) =>
  ringReasons({ ...BEGUN, ...over }, when).map(({ kind }) => kind);

describe("a school is rung", () => {
  it.each<[string, Partial<RingFacts>, string[]]>([
    ["not while it gets on by itself", {}, []],
    ["once its deadline has gone by", { deadline: "2026-11-23" }, ["late"]],
    ["not on the day of the deadline itself", { deadline: "2026-11-24" }, []],
    ["when nobody has joined after 5 working days", { joined: false }, ["nobody-joined"]],
    ["not when it was invited yesterday", { joined: false, invitedOn: "2026-11-23" }, []],
    [
      "when writing has not helped for 5 working days",
      { state: "not-started", written: 2, lastWrittenOn: "2026-11-17" },
      ["not-started"],
    ],
    [
      "not 4 working days after a letter",
      { state: "not-started", written: 1, lastWrittenOn: "2026-11-18" },
      [],
    ],
    ["not before anybody has written", { state: "not-started" }, []],
    [
      "not when the deadline is far",
      { state: "not-started", written: 1, lastWrittenOn: "2026-10-01", deadline: "2027-02-01" },
      [],
    ],
    ["when a signature has waited", { state: "ready-to-sign", readyOn: "2026-11-17" }, ["ready"]],
    ["not the day after", { state: "ready-to-sign", readyOn: "2026-11-23" }, []],
    [
      "when the governor has waited",
      { state: "awaiting-governor", signedOn: "2026-11-16" },
      ["governor-awaited"],
    ],
    ["when a mail came back", { cameBackOn: "2026-11-23" }, ["came-back"]],
    [
      "when extra time ends within 5 working days",
      { deadline: "2026-11-27", extendedTo: "2026-11-27" },
      ["extension-ends"],
    ],
  ])("%s", (_name, over, expected) => {
    expect(kinds(over)).toEqual(expected);
  });

  it.each(["submitted", "replied", "lapsed", "withdrawn"] as const)("never when %s", (state) => {
    expect(kinds({ state, cameBackOn: "2026-11-01", deadline: "2026-11-01" })).toEqual([]);
  });
});

describe("after a call", () => {
  const late = { deadline: "2026-11-02" };

  it("it leaves the list for 5 working days", () => {
    expect(kinds({ ...late, lastCallOn: "2026-11-18" })).toEqual([]);
    expect(kinds({ ...late, lastCallOn: "2026-11-17" })).toEqual(["late"]);
  });

  it("it leaves the list until the day it named, and then says so first", () => {
    const rung = { ...late, lastCallOn: "2026-11-02" };
    expect(kinds({ ...rung, ringAgainOn: "2026-11-25" })).toEqual([]);
    expect(kinds({ ...rung, ringAgainOn: "2026-11-24" })).toEqual(["late", "asked-to-ring"]);
  });

  it("a mail that came back before it is dealt with", () => {
    const rung = { lastCallOn: "2026-11-10", cameBackOn: "2026-11-09" };
    expect(kinds(rung)).toEqual([]);
    expect(kinds({ ...rung, cameBackOn: "2026-11-11" })).toEqual(["came-back"]);
  });
});

describe("the list", () => {
  const school = (schoolId: string, since: string) => ({
    schoolId,
    name: schoolId,
    about: null,
    reasons: [{ kind: "late" as const, since, state: "in-progress" as const }],
  });

  it("puts those first that have waited longest, each school once, and is cut at the end", () => {
    const rounds = [
      school("oak", "2026-11-20"),
      school("elm", "2026-11-02"),
      { ...school("ash", "2026-11-20"), reasons: [] },
      school("oak", "2026-11-01"),
      school("yew", "2026-11-10"),
    ];
    const { list, all } = mondayList(rounds, 2);
    expect(list.map(({ schoolId }) => schoolId)).toEqual(["oak", "elm"]);
    expect(all).toBe(3);
    expect(list[0]?.reasons.map(({ reason }) => reason.since)).toEqual([
      "2026-11-01",
      "2026-11-20",
    ]);
  });

  it("says why in words that hold states and dates alone", () => {
    const words = ringWords(
      { kind: "not-started", since: "2026-11-02", deadline: "2026-12-18", written: 2 },
      when,
    );
    expect(words).toBe("Not started, deadline in 18 working days. 2 mails sent.");
    expect(ringWords({ kind: "governor-awaited", since: "2026-11-16" }, when)).toBe(
      "Signed by the head, governor awaited for 6 working days.",
    );
  });
});
