import { describe, expect, it } from "vitest";
import { currentRound } from "~/domain/round/current-round";

const TODAY = "2026-11-22";
const lastYear = { id: "last-year", closed: false, finalDeadline: "2026-05-06" };
const toolkit = { id: "toolkit", closed: false, finalDeadline: "2027-01-15" };
const standards = { id: "standards", closed: false, finalDeadline: "2027-03-12" };

describe("the round a page opens on", () => {
  it("is the earliest whose final deadline is still to come", () => {
    expect(currentRound([lastYear, toolkit, standards], TODAY)).toBe(toolkit);
  });

  it("counts the final day itself, and a round without a deadline", () => {
    for (const finalDeadline of [TODAY, null]) {
      const first = { ...lastYear, finalDeadline };
      expect(currentRound([first, toolkit], TODAY)).toBe(first);
    }
  });

  it("is never a closed one while another runs, and else the one that opened last", () => {
    expect(currentRound([{ ...toolkit, closed: true }, standards], TODAY)).toBe(standards);
    expect(currentRound([lastYear, { ...toolkit, closed: true }], TODAY)?.id).toBe("toolkit");
    const none: (typeof toolkit)[] = [];
    expect(currentRound(none, TODAY)).toBeUndefined();
  });
});
