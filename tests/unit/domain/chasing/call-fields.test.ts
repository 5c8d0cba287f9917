import { expect, it } from "vitest";
import { AGREED_MAX, readCall } from "~/domain/chasing/call-fields";

const today = "2026-11-24";
const typed = { on: "24 11 2026", withWhom: "head", agreed: " Starts on Monday ", ringAgainOn: "" };

it("reads a call", () => {
  expect(readCall({ ...typed, ringAgainOn: "1 12 2026" }, { today })).toEqual({
    ok: true,
    value: { on: today, withWhom: "head", agreed: "Starts on Monday", ringAgainOn: "2026-12-01" },
  });
});

it.each([
  ["on", { on: "25 11 2026" }],
  ["on", { on: "1 1 2026" }],
  ["on", { on: "" }],
  ["withWhom", { withWhom: "priya" }],
  ["agreed", { agreed: "  " }],
  ["agreed", { agreed: "x".repeat(AGREED_MAX + 1) }],
  ["agreed", { agreed: "About H801200001001" }],
  ["ringAgainOn", { ringAgainOn: "23 11 2026" }],
  ["ringAgainOn", { ringAgainOn: "1 1 2030" }],
])("refuses one at %s", (field, over) => {
  const read = readCall({ ...typed, ...over }, { today });
  expect(read.ok ? [] : read.problem.map((problem) => problem.field)).toEqual([field]);
});
