import { describe, expect, it } from "vitest";
import {
  DRAFT_STEPS,
  EMPTY_DRAFT,
  nextStep,
  previousStep,
  RoundDraftSchema,
  type RoundDraft,
} from "~/domain/round/draft";
import { judgeStep, readyRound, type DraftGround } from "~/domain/round/judge-draft";

const ground: DraftGround = {
  today: "2026-11-24",
  versions: [{ versionId: "v1", sections: ["A", "B", "C"] }],
  schools: 470,
  organisations: ["nhs"],
};
const draft: RoundDraft = {
  ...EMPTY_DRAFT,
  ...{ versionId: "v1", title: " Toolkit 2026 to 2027 ", year: "2026-27", kind: "deadlines" },
  ...{ ask: "whole", opensOn: "1 12 2026", firstDeadline: "12 2 2027", finalDeadline: "5/3/2027" },
  ...{ governorSigns: "no", visitOwnership: "themes", viewsFirst: "yes" },
};
const ready = (over: Partial<RoundDraft> = {}) => {
  const judged = readyRound({ ...draft, ...over }, ground);
  return judged.ok ? judged.value : judged.problem;
};
const fields = (over: Partial<RoundDraft>) => {
  const judged = readyRound({ ...draft, ...over }, ground);
  return judged.ok ? [] : judged.problem.map(({ field }) => field);
};

describe("a round that was said in full", () => {
  it("is as it was said", () => {
    expect(ready()).toEqual({
      ...{ versionId: "v1", title: "Toolkit 2026 to 2027", year: "2026-27", rolling: false },
      ...{ sections: null, chooseAtLeast: null, validityMonths: null, message: "" },
      ...{ opensOn: "2026-12-01", firstDeadline: "2027-02-12", finalDeadline: "2027-03-05" },
      ...{ governorSigns: false, visitOwnership: "themes", viewsFirst: true, sharedWith: [] },
    });
  });

  it("asks some sections, in the questionnaire's order, or lets the school choose among them", () => {
    expect(ready({ ask: "sections", sections: ["C", "A"] })).toMatchObject({
      sections: ["A", "C"],
      chooseAtLeast: null,
    });
    expect(ready({ ask: "choose", chooseAtLeast: "3" })).toMatchObject({
      sections: null,
      chooseAtLeast: 3,
    });
    const among = { ask: "choose", sections: ["A", "B"], chooseAtLeast: "1" };
    expect(ready(among)).toMatchObject({ sections: ["A", "B"], chooseAtLeast: 1 });
  });

  it("has no deadlines where it is rolling, whatever was typed before, but a time it holds for", () => {
    expect(ready({ kind: "rolling", validityMonths: "24" })).toMatchObject({
      ...{ rolling: true, validityMonths: 24, firstDeadline: null, finalDeadline: null },
    });
  });
});

describe("what is to be put right", () => {
  it("is everything at first", () => {
    const judged = readyRound(EMPTY_DRAFT, { ...ground, schools: 0 });
    const steps = judged.ok ? [] : judged.problem.map(({ step }) => step);
    expect([...new Set(steps)]).toEqual(DRAFT_STEPS.filter((step) => step !== "message"));
  });

  it.each([
    [{ versionId: "other" }, "versionId"],
    [{ title: "  " }, "title"],
    [{ title: "x".repeat(101) }, "title"],
    [{ ask: "sections" }, "sections"],
    [{ ask: "choose", chooseAtLeast: "4" }, "chooseAtLeast"],
    [{ ask: "choose", chooseAtLeast: "0" }, "chooseAtLeast"],
    [{ ask: "choose", sections: ["A"], chooseAtLeast: "2" }, "chooseAtLeast"],
    [{ opensOn: "30 2 2027" }, "opensOn"],
    [{ firstDeadline: "23 11 2026", opensOn: "1 9 2026" }, "firstDeadline"],
    [{ firstDeadline: "1 12 2026" }, "firstDeadline"],
    [{ finalDeadline: "11 2 2027" }, "finalDeadline"],
    [{ kind: "rolling" }, "validityMonths"],
    [{ kind: "rolling", validityMonths: "61" }, "validityMonths"],
    [{ governorSigns: "maybe" }, "governorSigns"],
    [{ visitOwnership: "everyone" }, "visitOwnership"],
    [{ sharedWith: ["a stranger"] }, "sharedWith"],
    [{ message: "x".repeat(2001) }, "message"],
  ])("%j stands at its box, once", (over, field) => {
    expect(fields(over)).toEqual([field]);
  });

  it("is told for one question at a time", () => {
    const nobody = { ...ground, schools: 0 };
    expect(judgeStep("schools", draft, nobody)).toMatchObject([{ step: "schools", field: "all" }]);
    expect(judgeStep("dates", EMPTY_DRAFT, ground).map(({ field }) => field)).toEqual([
      ...["opensOn", "firstDeadline", "finalDeadline"],
    ]);
  });
});

it("a draft kept long ago is read with what it did not know of left empty", () => {
  expect(RoundDraftSchema.parse({ title: "Old" })).toEqual({ ...EMPTY_DRAFT, title: "Old" });
});

it("questions follow one another", () => {
  expect(nextStep("questionnaire")).toBe("sections");
  expect(nextStep("message")).toBeNull();
  expect(previousStep("questionnaire")).toBeNull();
});
