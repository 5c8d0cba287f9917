import { expect, test } from "vitest";
import { offersHelp } from "~/domain/support/offers-help";

test("help is shown at the lowest level, at No and at Partly, and at nothing else", () => {
  expect(offersHelp({ steps: 1, mark: "steps" })).toBe(true);
  expect(offersHelp({ steps: 1, mark: "cross" })).toBe(true);
  expect(offersHelp({ steps: 2, mark: "half" })).toBe(true);
  expect(offersHelp({ steps: 2, mark: "steps" })).toBe(false);
  expect(offersHelp({ steps: 0, mark: "none" })).toBe(false);
});
