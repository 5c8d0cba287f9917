import { describe, expect, it } from "vitest";
import {
  choosesSchool,
  chosenSchools,
  NO_PHASE,
  phaseWords,
  SchoolChoiceSchema,
  type SchoolChoice,
} from "~/domain/round/school-choice";

const marsh = {
  ...{ urn: "1", phase: "Primary", district: "Ashford", type: "Academies" },
  groups: ["east"],
};
const quarry = { ...marsh, urn: "2", phase: "Secondary", district: "Dover" };
const tower = { ...marsh, urn: "3", district: "Dover", type: "Special schools", groups: [] };
const all = [marsh, quarry, tower];
const urns = (choice: Partial<SchoolChoice>) =>
  chosenSchools(SchoolChoiceSchema.parse(choice), all).map(({ urn }) => urn);

describe("the schools of a round", () => {
  it("are nobody while nothing is ticked, and everybody when all are", () => {
    expect(urns({})).toEqual([]);
    expect(urns({ all: true })).toEqual(["1", "2", "3"]);
  });

  it("fit one of each list that has something ticked", () => {
    expect(urns({ phases: ["Primary"] })).toEqual(["1", "3"]);
    expect(urns({ phases: ["Primary"], districts: ["Dover"] })).toEqual(["3"]);
    expect(urns({ districts: ["Dover", "Ashford"], types: ["Academies"] })).toEqual(["1", "2"]);
    expect(urns({ groups: ["east"] })).toEqual(["1", "2"]);
  });

  it("are joined by those picked by hand, whatever is ticked", () => {
    expect(urns({ picked: ["2"] })).toEqual(["2"]);
    expect(urns({ phases: ["Primary"], picked: ["2"] })).toEqual(["1", "2", "3"]);
  });

  it("are chosen one by one as they are together", () => {
    const choice = SchoolChoiceSchema.parse({ districts: ["Dover"] });
    expect(all.filter((one) => choosesSchool(choice, one))).toEqual(chosenSchools(choice, all));
  });
});

it("a school without a phase in the register has words to be chosen by", () => {
  expect([phaseWords(""), phaseWords("Not applicable"), phaseWords("Primary")]).toEqual([
    NO_PHASE,
    NO_PHASE,
    "Primary",
  ]);
});
