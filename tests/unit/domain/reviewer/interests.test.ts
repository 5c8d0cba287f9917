import { describe, expect, it } from "vitest";
import {
  declareForVisit,
  hasInterestIn,
  listWords,
  mustDeclareList,
  withInterest,
  type Declarations,
} from "~/domain/reviewer/interests";

const declared: Declarations = {
  listDeclaredOn: "2026-09-03",
  interests: [{ schoolId: "marsh-lane", on: "2026-09-03" }],
};
const today = "2026-11-22";

describe("interests", () => {
  it("are declared as a list once", () => {
    expect(mustDeclareList({ listDeclaredOn: null, interests: [] })).toBe(true);
    expect(mustDeclareList(declared)).toBe(false);
    expect(listWords({ listDeclaredOn: null, interests: [] })).toBe("Interests not declared yet");
    expect(listWords({ ...declared, interests: [] })).toBe(
      "No interests declared, 3 September 2026",
    );
    expect(listWords(declared)).toBe("1 school declared, 3 September 2026");
  });

  it("hold a school once, since the first day", () => {
    expect(withInterest(declared.interests, { schoolId: "marsh-lane", on: today })).toEqual(
      declared.interests,
    );
    expect(hasInterestIn(declared, "marsh-lane")).toBe(true);
    expect(hasInterestIn(declared, "elm-park")).toBe(false);
  });

  it("are asked about again at each visit", () => {
    const asked = { declarations: declared, schoolId: "elm-park", today };
    expect(declareForVisit({ ...asked, declared: null })).toEqual({
      ok: false,
      problem: "Say whether you have an interest in this school",
    });
    expect(declareForVisit({ ...asked, declared: "no-interest" })).toEqual({
      ok: true,
      value: { goesAhead: true },
    });
  });

  it("declared at a visit keep the reviewer from it, and from being asked again", () => {
    const result = declareForVisit({
      declarations: declared,
      schoolId: "elm-park",
      today,
      declared: "interest",
    });
    expect(result).toEqual({
      ok: true,
      value: {
        goesAhead: false,
        interests: [...declared.interests, { schoolId: "elm-park", on: today }],
      },
    });
  });

  it("on the list cannot be denied at a visit", () => {
    const result = declareForVisit({
      declarations: declared,
      schoolId: "marsh-lane",
      today,
      declared: "no-interest",
    });
    expect(result).toEqual({
      ok: false,
      problem: "This school is on your list of interests since 3 September 2026",
    });
  });
});
