import { describe, expect, it } from "vitest";
import {
  accreditationWords,
  lapsesBefore,
  readAccreditedUntil,
} from "~/domain/reviewer/accreditation";

const TODAY = "2026-11-22";

describe("an accreditation", () => {
  it.each([
    ["2028-07-31", "Accredited until 31 July 2028"],
    ["2027-02-21", "Accredited until 21 February 2027"],
    ["2027-02-20", "Accredited until 20 February 2027: renew it before then"],
    ["2026-11-22", "Accredited until 22 November 2026: renew it before then"],
    ["2026-11-21", "Accreditation ended on 21 November 2026"],
  ])("until %s reads: %s", (until, words) => {
    expect(accreditationWords(until, TODAY)).toBe(words);
  });

  it("covers a visit on its last day and none after", () => {
    expect(lapsesBefore("2027-03-01", "2027-03-01")).toBe(false);
    expect(lapsesBefore("2027-03-01", "2027-03-02")).toBe(true);
  });

  it.each([
    ["31 7 2028", { ok: true, value: "2028-07-31" }],
    ["22 11 2026", { ok: true, value: "2026-11-22" }],
    ["21 11 2026", { ok: false, problem: "Enter a last day that is not over" }],
    ["1 1 2040", { ok: false, problem: "Enter a last day within five years" }],
    ["soon", { ok: false, problem: "Enter the last day of the accreditation, like 31 7 2028" }],
  ])("typed as %s is read so", (typed, result) => {
    expect(readAccreditedUntil(typed, TODAY)).toEqual(result);
  });
});
