import { describe, expect, it } from "vitest";
import { isYear, judgeTerms } from "~/domain/calendar/judge-terms";

const TYPED = {
  ...{ from1: "1 9 2026", to1: "16/10/2026", from2: "2 November 2026", to2: "18 12 2026" },
  ...{ from3: "4 1 2027", to3: "12 2 2027", from4: "22 2 2027", to4: "25 3 2027" },
  ...{ from5: "12 4 2027", to5: "28 5 2027", from6: "7 6 2027", to6: "22 7 2027" },
};
const problems = (over: Record<string, string>) => {
  const judged = judgeTerms("2026-27", { ...TYPED, ...over });
  return judged.ok ? [] : judged.problem;
};

describe("the six terms of a year", () => {
  it("are read as people write days", () => {
    const judged = judgeTerms("2026-27", TYPED);
    expect(judged.ok && judged.value).toHaveLength(6);
    expect(judged.ok && judged.value[1]).toEqual({ term: 2, from: "2026-11-02", to: "2026-12-18" });
  });

  it("are all needed", () => {
    const judged = judgeTerms("2026-27", {});
    expect(judged.ok ? 0 : judged.problem.length).toBe(12);
    expect(problems({ to3: "soon" })).toEqual([
      { field: "to3", message: "Term 3: enter its last day, like 16 10 2026" },
    ]);
  });

  it("end after they begin, and begin after the term before has ended", () => {
    expect(problems({ to2: "2 11 2026" })).toMatchObject([{ field: "to2" }]);
    expect(problems({ from2: "16 10 2026" })).toEqual([
      {
        field: "from2",
        message: "Term 2: it has to begin after the term before ends, on 16 October 2026",
      },
    ]);
  });

  it("lie in their academic year, so that two years never overlap", () => {
    expect(problems({ from1: "31 8 2026" })).toMatchObject([{ field: "from1" }]);
    expect(problems({ to6: "1 9 2027" })).toMatchObject([{ field: "to6" }]);
  });
});

it("an academic year is written with the two years it runs through", () => {
  expect(["2026-27", "2099-00", "2026-28", "2026", "26-27"].map(isYear)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
