import { describe, expect, it } from "vitest";
import {
  phasesOf,
  toldPhase,
  typesOf,
  type SchoolFacts,
} from "~/domain/questionnaire/school-facts";

const facts = (changes: Partial<SchoolFacts>): SchoolFacts => ({
  typeName: "Community school",
  typeGroup: "Local authority maintained schools",
  phaseName: "Primary",
  lowAge: 4,
  highAge: 11,
  ...changes,
});

describe("phases suggested from GIAS", () => {
  it.each([
    ["a primary school with Reception", {}, ["EY", "P"]],
    ["a junior school", { lowAge: 7 }, ["P"]],
    ["an infant school with a nursery", { lowAge: 3, highAge: 7 }, ["EY", "P"]],
    ["a middle school", { phaseName: "Middle deemed secondary", lowAge: 9, highAge: 13 }, ["S"]],
    ["a school to 16", { phaseName: "Secondary", lowAge: 11, highAge: 16 }, ["S"]],
    [
      "a school with a sixth form",
      { phaseName: "Secondary", lowAge: 11, highAge: 18 },
      ["S", "16"],
    ],
    ["All-through", { phaseName: "All-through", highAge: 18 }, ["EY", "P", "S", "16"]],
    ["All through", { phaseName: "All through", highAge: 18 }, ["EY", "P", "S", "16"]],
    ["All Through", { phaseName: "All Through", highAge: 16 }, ["EY", "P", "S"]],
    ["a sixth form college", { phaseName: "16 plus", lowAge: 16, highAge: 99 }, ["16"]],
    ["a nursery school", { phaseName: "Nursery", lowAge: 2, highAge: 4 }, ["EY"]],
    ["a blank phase", { phaseName: "", lowAge: 3, highAge: 18 }, ["EY", "P", "S", "16"]],
    [
      "a preparatory school",
      { phaseName: "Not applicable", lowAge: 2, highAge: 13 },
      ["EY", "P", "S"],
    ],
    ["a nursery without a phase", { phaseName: "", lowAge: 2, highAge: 5 }, ["EY"]],
    ["nothing known", { phaseName: "", lowAge: null, highAge: null }, []],
  ] satisfies [string, Partial<SchoolFacts>, string[]][])("%s", (_, changes, phases) => {
    expect(phasesOf(facts(changes))).toEqual(phases);
  });

  it("of special schools and PRUs are their own, whatever the ages", () => {
    const special = facts({ typeName: "Community special school", phaseName: "Not applicable" });
    expect(phasesOf(special)).toEqual(["SP"]);
    const pru = facts({ typeName: "Pupil referral unit", lowAge: null, highAge: null });
    expect(phasesOf(pru)).toEqual(["AP"]);
  });
});

describe("types suggested from GIAS", () => {
  it.each([
    ["Community school", "maintained"],
    ["Voluntary aided school", "maintained"],
    ["Foundation school", "maintained"],
    ["Foundation special school", "special"],
    ["Academy special converter", "special"],
    ["Academy converter", "academy"],
    ["Free schools", "academy"],
    ["University technical college", "academy"],
    ["Pupil referral unit", "pru"],
    ["Academy alternative provision converter", "pru"],
    ["Local authority nursery school", "nursery"],
    ["Other independent school", "independent"],
    ["Other independent special school", "independent"],
    ["Non-maintained special school", "independent"],
  ])("%s is %s", (typeName, type) => {
    expect(typesOf(facts({ typeName, typeGroup: "" }))).toEqual([type]);
  });

  it("come from the group when the type is blank, and are none when both are", () => {
    expect(typesOf(facts({ typeName: "", typeGroup: "Academies" }))).toEqual(["academy"]);
    expect(typesOf(facts({ typeName: "", typeGroup: "" }))).toEqual([]);
  });
});

describe("the phase people are told", () => {
  it("is the register's, and none where it says that phases do not apply", () => {
    expect(toldPhase("All-through")).toBe("All-through");
    expect(toldPhase("Not applicable")).toBe("");
  });
});
