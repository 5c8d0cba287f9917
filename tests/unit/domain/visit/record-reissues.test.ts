import { describe, expect, test } from "vitest";
import { removalOf, standsFor } from "~/domain/visit/record-reissues";

const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const twice = [
  { removedAt: at(24), beforeSha256: "a", afterSha256: "b" },
  { removedAt: at(25), beforeSha256: "b", afterSha256: "c" },
];

describe("what stands for a signed record since words were removed", () => {
  test("is the last text of the removals that came after the signature", () => {
    expect(standsFor("a", twice)).toBe("c");
    expect(standsFor("b", twice)).toBe("c");
    expect(standsFor("c", twice)).toBe("c");
  });

  test("is what was signed where nothing was removed, or another text is the record's", () => {
    expect(standsFor("a", [])).toBe("a");
    expect(standsFor("x", twice)).toBe("x");
  });

  test("is printed with the day of the last removal and the code of what was agreed", () => {
    expect(removalOf(twice)).toEqual({ at: at(25), signedSha256: "a" });
    expect(removalOf([])).toBeNull();
  });
});
