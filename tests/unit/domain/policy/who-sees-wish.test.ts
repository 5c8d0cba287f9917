import { expect, test } from "vitest";
import { whoSeesWish } from "~/domain/policy/who-sees-wish";

test("a wish for help is the school’s until it signs, then of those who read the signed copy", () => {
  expect(whoSeesWish({ organisation: "Kent County Council", sharedWith: [] })).toBe(
    "Only your school sees this now. Officers of Kent County Council and your governors will see it when you have signed.",
  );
  const shared = { organisation: "NHS Kent", sharedWith: ["Medway Council"] };
  expect(whoSeesWish(shared)).toBe(
    "Only your school sees this now. Officers of NHS Kent, officers of Medway Council and your governors will see it when you have signed.",
  );
});

test("a wish in a private self-review stays in the school", () => {
  expect(whoSeesWish({ organisation: null, sharedWith: [] })).toBe("Only your school sees this.");
});
