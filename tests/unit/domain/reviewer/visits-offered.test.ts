import { describe, expect, it } from "vitest";
import { mayBeAsked, readVisitsOffered, visitsLeftWords } from "~/domain/reviewer/visits-offered";

describe("the visits somebody offers", () => {
  it.each([
    ["", 0, 2],
    ["", 3, 3],
    [" 4 ", 0, 4],
    ["0", 0, 0],
    ["2", 2, 2],
    ["12", 0, 12],
  ])("typed as '%s' with %i agreed are %i", (typed, taken, offered) => {
    expect(readVisitsOffered(typed, taken)).toEqual({ ok: true, value: offered });
  });

  it.each([
    ["13", 0, "Enter a number of visits from 0 to 12"],
    ["-1", 0, "Enter a number of visits from 0 to 12"],
    ["two", 0, "Enter a number of visits from 0 to 12"],
    ["0", 1, "1 visit is agreed already this year: enter at least 1"],
    ["1", 2, "2 visits are agreed already this year: enter at least 2"],
  ])("typed as '%s' with %i agreed are refused", (typed, taken, problem) => {
    expect(readVisitsOffered(typed, taken)).toEqual({ ok: false, problem });
  });

  it("are a hard cap", () => {
    expect(mayBeAsked({ offered: 2, taken: 1 })).toBe(true);
    expect(mayBeAsked({ offered: 2, taken: 2 })).toBe(false);
    expect(mayBeAsked({ offered: 0, taken: 0 })).toBe(false);
  });

  it("read as what is left", () => {
    expect(visitsLeftWords({ offered: 2, taken: 1 })).toBe("1 of 2 visits left this year");
    expect(visitsLeftWords({ offered: 1, taken: 2 })).toBe("0 of 1 visits left this year");
    expect(visitsLeftWords({ offered: 0, taken: 0 })).toBe("Offers no visits this year");
  });
});
