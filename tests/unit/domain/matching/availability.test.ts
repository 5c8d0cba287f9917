import { describe, expect, it } from "vitest";
import { availability, mayVisitThisRound, type Availability } from "~/domain/matching/availability";
import { conflictWords, questionWords, tickWords } from "~/domain/matching/availability-words";
import type {
  MatchingFacts,
  ReviewerForMatching,
  SchoolForMatching,
} from "~/domain/matching/facts";
import { aContext, aReviewer, aSchool } from "~tests/support/factories/matching";

type Change = {
  reviewer?: Partial<ReviewerForMatching>;
  school?: Partial<SchoolForMatching>;
  context?: Partial<MatchingFacts>;
};

const judge = ({ reviewer, school, context }: Change = {}): Availability =>
  availability({
    reviewer: aReviewer({ name: "Ruth Adeyemi", homeSchoolName: "Quarry Hill", ...reviewer }),
    school: aSchool(school),
    context: aContext(context),
  });

const whyNot = (change: Change): string[] => {
  const found = judge(change);
  return found.available
    ? []
    : found.conflicts.map((one) => conflictWords(one, "the Inclusion Toolkit"));
};

const tideway = { standing: "in-trust", name: "Tideway" } as const;
const toAsk = (change: Change): string[] => {
  const found = judge(change);
  return found.available ? found.questions.map(questionWords) : ["not available"];
};

describe("a reviewer is not available", () => {
  it.each<[string, Change, string]>([
    ["for their own school", { reviewer: { homeSchoolId: "marsh-lane" } }, "Works at this school"],
    [
      "in the same trust, however it was typed",
      { reviewer: { trust: { ...tideway, name: " tideway " } }, school: { trust: tideway } },
      "Works in the same trust, Tideway",
    ],
    [
      "in the same federation",
      { reviewer: { federationName: "Weald" }, school: { federationName: "Weald" } },
      "Works in the same federation, Weald",
    ],
    [
      "where they are governor",
      { reviewer: { governorAt: ["marsh-lane"] } },
      "Governor at this school",
    ],
    [
      "where they declared an interest",
      { reviewer: { declaredInterests: [{ schoolId: "marsh-lane", on: "2026-09-03" }] } },
      "Declared an interest, 3 September 2026",
    ],
    [
      "for a school that visits theirs this round",
      {
        reviewer: { homeSchoolId: "quarry-hill" },
        context: {
          settled: [
            {
              schoolId: "quarry-hill",
              reviewers: [{ userId: "dev", homeSchoolId: "marsh-lane" }],
            },
          ],
        },
      },
      "Marsh Lane visits Quarry Hill this round",
    ],
    [
      "once the visits they offer are taken",
      { reviewer: { visitsTaken: 2 } },
      "Has 2 of 2 offered visits already",
    ],
    ["when they offer none", { reviewer: { visitsOffered: 0 } }, "Offers no visits this year"],
    [
      "when the accreditation is over",
      { reviewer: { accreditedUntil: "2026-11-21" } },
      "Accreditation ended on 21 November 2026",
    ],
    [
      "when it ends before visits begin",
      { reviewer: { accreditedUntil: "2026-12-31" } },
      "Accredited until 31 December 2026",
    ],
    [
      "for another questionnaire",
      { reviewer: { questionnaireKeys: ["asthma-friendly"] } },
      "Not accredited for the Inclusion Toolkit",
    ],
  ])("%s", (_, change, words) => {
    expect(whyNot(change)).toEqual([words]);
  });

  it("for every reason there is, not the first alone", () => {
    const change = {
      reviewer: { visitsTaken: 2, governorAt: ["marsh-lane"], trust: tideway },
      school: { trust: tideway },
    };
    expect(whyNot(change)).toEqual([
      "Works in the same trust, Tideway",
      "Governor at this school",
      "Has 2 of 2 offered visits already",
    ]);
  });
});

describe("an unknown trust", () => {
  const unknown = { standing: "not-recorded" } as const;

  it("is a question and no conflict, whoever's it is", () => {
    expect(toAsk({ reviewer: { trust: unknown }, school: { trust: tideway } })).toEqual([
      "Ruth Adeyemi’s trust is not recorded. Ask before you choose",
    ]);
    expect(toAsk({ reviewer: { trust: tideway }, school: { trust: unknown } })).toEqual([
      "The trust of Marsh Lane is not recorded, and Ruth Adeyemi may work in it. Ask before you choose",
    ]);
    expect(toAsk({ reviewer: { trust: unknown }, school: { trust: unknown } })).toHaveLength(2);
  });

  it("is no question where the other is in no trust", () => {
    expect(toAsk({ reviewer: { trust: unknown } })).toEqual([]);
    expect(toAsk({ school: { trust: unknown } })).toEqual([]);
  });

  it("leaves out the tick that nothing is shared", () => {
    const found = judge({ reviewer: { trust: unknown }, school: { trust: tideway } });
    expect(found.available && found.ticks.some(({ code }) => code === "nothing-shared")).toBe(
      false,
    );
  });
});

describe("an available reviewer", () => {
  it("comes with what speaks for them", () => {
    const found = judge({
      reviewer: { districts: ["Canterbury"], visitsTaken: 1 },
      context: { neighbours: new Map([["Ashford", ["Canterbury"]]]) },
    });
    expect(found.available && found.ticks.map((one) => tickWords(one, "the Toolkit"))).toEqual([
      "Knows the Toolkit",
      "Knows primary",
      "No shared trust, federation or governor",
      "Their schools do not visit each other this round",
      "Has not visited Marsh Lane before",
      "Visits the district beside it",
      "1 of 2 visits left this year",
      "Accredited until 31 July 2028",
    ]);
  });

  it("may come beside somebody who knows the phase", () => {
    expect(judge({ reviewer: { phases: ["S"] } })).toMatchObject({
      available: true,
      knowsPhase: false,
    });
    expect(judge({ reviewer: { phases: ["S"] }, school: { phases: [] } })).toMatchObject({
      knowsPhase: true,
    });
  });

  it("is asked for a day in time when the accreditation ends while visits go on", () => {
    expect(toAsk({ reviewer: { accreditedUntil: "2027-02-12" } })).toEqual([
      "Ruth Adeyemi is accredited until 12 February 2027: agree a day by then",
    ]);
  });

  it("counts for the round by accreditation and questionnaire", () => {
    expect(mayVisitThisRound(aReviewer(), aContext())).toBe(true);
    const over = aReviewer({ accreditedUntil: "2026-12-31" });
    expect(mayVisitThisRound(over, aContext())).toBe(false);
    const other = aReviewer({ questionnaireKeys: [] });
    expect(mayVisitThisRound(other, aContext())).toBe(false);
  });
});
