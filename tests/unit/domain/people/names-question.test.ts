import { expect, test } from "vitest";
import { namesQuestion } from "~/domain/people/names-question";

test("the question quotes what it asks about", () => {
  const names = [
    { words: "Amelia", why: "given-name" },
    { words: "JB", why: "initials" },
  ] as const;
  expect(namesQuestion(names)).toBe(
    "“Amelia”, “JB”: does this name a child? Take it out, or say that it does not",
  );
});
