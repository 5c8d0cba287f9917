import { expect, test } from "vitest";
import { newLikelyNames } from "~/domain/people/new-likely-names";

const wordsOf = (text: string, before: string) =>
  newLikelyNames(text, { before }).map(({ words }) => words);

test("a name is asked about where it is new, not where it stood before", () => {
  expect(wordsOf("Amelia reads with Jack", "")).toEqual(["Amelia", "Jack"]);
  expect(wordsOf("Amelia reads with Jack", "Amelia reads")).toEqual(["Jack"]);
  expect(wordsOf("Amelia reads", "Amelia reads with Jack")).toEqual([]);
});
