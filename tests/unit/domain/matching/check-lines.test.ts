import { describe, expect, it } from "vitest";
import { checkLines, type ChosenLine } from "~/domain/matching/check-lines";
import { lineProblemWords } from "~/domain/matching/line-words";
import { aContext, aReviewer, aSchool } from "~tests/support/factories/matching";

const ruth = aReviewer({ userId: "ruth", homeSchoolId: "quarry", homeSchoolName: "Quarry Hill" });
const lukasz = aReviewer({ userId: "lukasz" });
const grace = aReviewer({ userId: "grace", visitsOffered: 1 });
const ewan = aReviewer({ userId: "ewan", homeSchoolId: "marsh", homeSchoolName: "Marsh Lane" });
const marsh = aSchool({ schoolId: "marsh", name: "Marsh Lane" });
const quarry = aSchool({ schoolId: "quarry", name: "Quarry Hill" });
const oakvale = aSchool({ schoolId: "oakvale", name: "Oakvale" });
const facts = {
  schools: [marsh, quarry, oakvale],
  reviewers: [ruth, lukasz, grace, ewan],
  context: aContext(),
};

const line = (schoolId: string, lead: string, second: string): ChosenLine => ({
  schoolId,
  userIds: [lead, second],
});

const whys = (...lines: ChosenLine[]) =>
  checkLines(lines, facts).back.map(({ problems }) =>
    problems.map((one) => lineProblemWords(one, "the Inclusion Toolkit")).join(". "),
  );

describe("chosen visits", () => {
  it("hold where no rule stands against them, with the lead as chosen", () => {
    const { held, back } = checkLines([line("marsh", "lukasz", "grace")], facts);
    expect(back).toEqual([]);
    expect(held[0]?.reviewers.map(({ userId }) => userId)).toEqual(["lukasz", "grace"]);
  });

  it("count for those after them: the cap, and the school itself", () => {
    expect(whys(line("marsh", "lukasz", "grace"), line("oakvale", "ruth", "grace"))).toEqual([
      "grace: Has 1 of 1 offered visits already",
    ]);
    expect(whys(line("marsh", "lukasz", "grace"), line("marsh", "ruth", "lukasz"))).toEqual([
      "Has a visit this round already",
    ]);
  });

  it("come back where two of them would be a swap", () => {
    expect(whys(line("quarry", "ewan", "lukasz"), line("marsh", "ruth", "grace"))).toEqual([
      "ruth: Marsh Lane visits Quarry Hill this round",
    ]);
  });

  it("come back for an own school, one person twice, and who or what is not known", () => {
    expect(whys(line("quarry", "ruth", "lukasz"))).toEqual(["ruth: Works at this school"]);
    expect(whys(line("marsh", "ruth", "ruth"))).toEqual(["Choose two different reviewers"]);
    expect(whys(line("marsh", "ruth", "nobody"))).toEqual([
      "Somebody of this pair is not in the register any more",
    ]);
    expect(whys(line("nowhere", "ruth", "lukasz"))).toEqual([
      "This school is not in the review round",
    ]);
  });

  it("leave the facts as they stand then, for what is proposed beside them", () => {
    const { reviewers, context } = checkLines([line("marsh", "lukasz", "grace")], facts);
    expect(reviewers.map(({ userId, visitsTaken }) => [userId, visitsTaken])).toEqual([
      ["ruth", 0],
      ["lukasz", 1],
      ["grace", 1],
      ["ewan", 0],
    ]);
    expect(context.settledSchools.has("marsh")).toBe(true);
    expect(facts.context.settledSchools.has("marsh")).toBe(false);
  });
});
