import { expect, test } from "vitest";
import { askedAboutNames } from "~/domain/people/asked-about-names";

const about = (text: string, over: { before?: string; confirmed?: boolean } = {}) =>
  askedAboutNames({ field: "note", text, confirmed: false, ...over });

test("a box is asked about once, at its field, with every new word that may name a child", () => {
  expect(about("Amelia reads with Jack")).toEqual([
    { field: "note", message: expect.stringMatching(/“Amelia”.*“Jack”/) as unknown, asks: "names" },
  ]);
});

test("nothing is asked where nobody is named, the words stood there before, or the writer has confirmed", () => {
  expect(about("We read every day.")).toEqual([]);
  expect(about("Amelia reads", { before: "Amelia reads with Jack" })).toEqual([]);
  expect(about("Amelia reads", { confirmed: true })).toEqual([]);
});
