import { describe, expect, test } from "vitest";
import { REMOVED_MARK as MARK } from "~/domain/personal-data/removal";
import {
  readWords,
  versionCleaner,
  wholeCleaner,
  wordsCleaner,
} from "~/domain/personal-data/removal-words";

function clean(typed: string, text: string) {
  const words = readWords(typed);
  if (!words.ok) throw new Error(words.problem.code);
  return wordsCleaner(words.value)(text);
}

describe("words that may be removed", () => {
  test.each([
    ["", "words-missing"],
    [" \n ", "words-missing"],
    ["J", "words-short"],
    ["J.", "words-short"],
    ["'-", "words-short"],
    ["a".repeat(201), "words-long"],
  ])("are not %j", (typed, code) => {
    expect(readWords(typed)).toEqual({ ok: false, problem: { code } });
  });

  test("are compared without case, kinds of mark and runs of space", () => {
    expect(readWords("  JAMIE \n O’Brien ")).toEqual({ ok: true, value: "jamie o'brien" });
  });
});

describe("taking words out of a text", () => {
  test.each([
    ["Jamie Smith reads daily.", `${MARK} reads daily.`],
    ["We help jamie smith.", `We help ${MARK}.`],
    ["JAMIE  SMITH", MARK],
    ["Jamie\nSmith and Jamie\r\n  Smith", `${MARK} and ${MARK}`],
    ["Jamie\u00A0Smith’s plan", `${MARK}’s plan`],
    ["Jam\u00ADie\u200B Smith", MARK],
    ["(Jamie Smith)", `(${MARK})`],
    ["Jamie Smith Jamie Smith", `${MARK} ${MARK}`],
  ])("%j becomes %j", (text, expected) => {
    expect(clean("Jamie Smith", text).text).toBe(expected);
  });

  test("leaves longer words that hold it", () => {
    const text = "The same samples: Sampson, Isam, SAM2.";
    expect(clean("Sam", text)).toEqual({ text, found: 0 });
    expect(clean("Sam", "Sam, same, Sam's, _sam_").found).toBe(3);
  });

  test("finds a name however its accents are stored, and gives the rest back as it was", () => {
    const rest = " cafe\u0301 \u201Cx\u201D";
    for (const typed of ["Zoë", "Zoe\u0308"]) {
      for (const stored of ["Zoë", "Zoe\u0308", "ZOË", "ZOE\u0308"]) {
        expect(clean(typed, stored + rest)).toEqual({ text: MARK + rest, found: 1 });
      }
    }
    expect(clean("Zoe", "Zoë and Zoe\u0308").found).toBe(0);
  });

  test("takes curly and straight marks, and any dash, for the same", () => {
    expect(clean("O'Neill-Day", "Ask O’Neill\u2011Day").text).toBe(`Ask ${MARK}`);
    expect(clean("“Jo” Day", 'our "Jo" Day').text).toBe(`our ${MARK}`);
  });

  test("keeps its place after letters that lower case lengthens, and beyond the basic plane", () => {
    expect(clean("Ada Oz", "İİ 😀 Ada Oz 😀.").text).toBe(`İİ 😀 ${MARK} 😀.`);
    expect(clean("İpek", "hello İPEK!").text).toBe(`hello ${MARK}!`);
  });

  test("counts what it found, and finds nothing twice", () => {
    const once = clean("Jamie", "Jamie, jamie and JAMIE");
    expect(once.found).toBe(3);
    expect(clean("Jamie", once.text).found).toBe(0);
  });

  test("looks for nothing in what an earlier removal left", () => {
    const text = `The ${MARK} plan`;
    expect(clean("personal details", text)).toEqual({ text, found: 0 });
    expect(clean("plan", text).text).toBe(`The ${MARK} ${MARK}`);
  });

  test("does not take a mark apart when its own words are asked for", () => {
    expect(clean("na na", "na na na").found).toBe(1);
  });
});

describe("in an earlier version, saved while somebody typed", () => {
  test.each([
    ["Jamie Smith", "We help Jamie Sm", `We help ${MARK}`],
    ["Jamie Smith", "We help Jamie S and read", `We help ${MARK} and read`],
    ["Jamie Smith", "Jamie Smith, Jamie Smi", `${MARK}, ${MARK}`],
    ["Jamie Smith", "Jamie", "Jamie"],
    ["Jamie Smith", "Jamie says", "Jamie says"],
    ["Jamie Smith", "Jamie Smithers", "Jamie Smithers"],
    ["Quillfeather", "Help Quillf", `Help ${MARK}`],
    ["Quillfeather", "Help Quillf later", "Help Quillf later"],
    ["Quillfeather", "Help Qui", "Help Qui"],
    ["Sam", "Help Sa", "Help Sa"],
  ])("%j half typed in %j", (typed, text, expected) => {
    const words = readWords(typed);
    expect(words.ok && versionCleaner(words.value)(text).text).toBe(expected);
  });
});

test("a whole text goes once, an empty one never", () => {
  expect(wholeCleaner("Anything at all")).toEqual({ text: MARK, found: 1 });
  expect(wholeCleaner(" \n")).toEqual({ text: " \n", found: 0 });
  expect(wholeCleaner(MARK).found).toBe(0);
});
