import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findUpn, looksLikeUpn } from "~/domain/people/upn";

const LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

/** The check letter worked out apart from the code under test: digits times 2 to 13, modulo 23. */
function withCheckLetter(digits: string): string {
  let sum = 0;
  for (let place = 0; place < 12; place += 1) sum += Number(digits[place]) * (place + 2);
  return `${LETTERS.charAt(sum % 23)}${digits}`;
}

const anyDigits = fc.stringMatching(/^\d{12}$/);

describe("pupil numbers", () => {
  it("finds a number with its right check letter", () => {
    // 8+2+0+4... worked by hand: 1×13 = 13, the letter at 13 is P.
    expect(findUpn("the file P000000000001 is kept")).toEqual(["P000000000001"]);
  });

  it("finds one typed with spaces, dashes or in lower case", () => {
    expect(findUpn("p 000 000 000 001")).toEqual(["p 000 000 000 001"]);
    expect(findUpn("P-0000-0000-0001")).toEqual(["P-0000-0000-0001"]);
  });

  it("reads a temporary number, which ends in a letter", () => {
    // A stands for 0, so everything is 0 and the check letter is A.
    expect(findUpn("A00000000000A")).toEqual(["A00000000000A"]);
  });

  it("does not take other long numbers for pupil numbers", () => {
    expect(findUpn("URN 118331, phone 01632 960127, order Q000000000001")).toEqual([]);
    expect(findUpn("XP0000000000019")).toEqual([]);
  });

  it("notices the shape where the check letter is wrong", () => {
    expect(looksLikeUpn("Q000000000001")).toEqual(["Q000000000001"]);
  });

  it("finds every number made by the rule, wherever it stands", () => {
    fc.assert(
      fc.property(anyDigits, (digits) => {
        const upn = withCheckLetter(digits);
        expect(findUpn(`see ${upn}, please`)).toEqual([upn]);
      }),
    );
  });

  it("stays fast on a long run of digits", () => {
    expect(findUpn("1 ".repeat(2000))).toEqual([]);
  });
});
