import { expect, it } from "vitest";
import { characterCountText } from "~/components/form/character-count";

it("says what is left, to the last character", () => {
  expect(characterCountText(3990, 4000)).toBe("10 characters left");
  expect(characterCountText(4000, 4000)).toBe("0 characters left");
});

it("says how much is too much", () => {
  expect(characterCountText(4001, 4000)).toBe("1 character too many");
});
