import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fatesOf, type Fate } from "~/domain/questionnaire/compare/fates";
import { EMPTY_ANSWER, sectionKey, type AnswerContent } from "~/domain/response/answer";
import { bringForward } from "~/domain/response/carry-forward";
import { editQuestionnaire, generatedEdits } from "../../../support/generated-edits";
import { generatedQuestionnaire } from "../../../support/generated-questionnaires";
import { itemState } from "~/domain/questionnaire/progress";
import { aReview } from "../questionnaire/a-review";

const answer = (over: Partial<AnswerContent> = {}): AnswerContent => ({ ...EMPTY_ANSWER, ...over });
const fate = (from: string, to: string[], over: Partial<Fate> = {}): [string, Fate] => [
  from,
  { from, to, rule: "keep", levels: null, note: null, ...over },
];

/** A questionnaire, an author's edits, and an answer to everything it asked. */
const signedAndEdited = fc
  .tuple(generatedQuestionnaire, generatedEdits)
  .map(([old, edits]) => ({ old, now: editQuestionnaire(old, edits) }))
  .map(({ old, now }) => {
    const codes = old.scale.levels.map(({ code }) => code);
    const keys = old.sections.flatMap(({ key, items }) => [
      sectionKey(key),
      ...items.map((item) => item.key),
    ]);
    const signed = new Map(
      keys.map((key, place) => [
        key,
        answer({
          level: codes[place % codes.length] ?? null,
          commentary: `What we said of ${key}.`,
        }),
      ]),
    );
    return { old, now, signed };
  });

describe("answers brought forward from a signed copy", () => {
  it("are every one of them brought, or named as asked again", () => {
    fc.assert(
      fc.property(signedAndEdited, ({ old, now, signed }) => {
        const { answers, asked } = bringForward(signed, fatesOf(old, now));
        const accounted = new Set([...asked, ...answers.flatMap(({ from }) => from)]);
        expect([...accounted].sort()).toEqual([...signed.keys()].sort());
        for (const { from, content } of answers) {
          const words = from.map((key) => signed.get(key)?.commentary ?? "");
          expect(words.every((one) => content.commentary.includes(one))).toBe(true);
        }
      }),
    );
  });

  it("are all still to confirm, and no statement is done by them", () => {
    fc.assert(
      fc.property(signedAndEdited, ({ old, now, signed }) => {
        const { answers } = bringForward(signed, fatesOf(old, now));
        expect(answers.every(({ content }) => content.toConfirm)).toBe(true);
        const review = aReview(
          now,
          answers.map(({ key, content }) => ({ key, ...content })),
        );
        for (const { section, items } of review.sections)
          for (const item of items) expect(itemState(review, section, item)).not.toBe("done");
      }),
    );
  });

  it("have only levels that the new version has", () => {
    fc.assert(
      fc.property(signedAndEdited, ({ old, now, signed }) => {
        const codes = new Set<string | null>([null, ...now.scale.levels.map(({ code }) => code)]);
        const { answers } = bringForward(signed, fatesOf(old, now));
        expect(answers.filter(({ content }) => !codes.has(content.level))).toEqual([]);
      }),
    );
  });

  it("go to each part of a statement that was split", () => {
    const signed = new Map([["A1", answer({ level: "3", commentary: "Plans are read." })]]);
    const fates = new Map([fate("A1", ["A1", "A9"], { rule: "keep-and-confirm" })]);
    const { answers } = bringForward(signed, fates);
    expect(answers.map(({ key, content }) => [key, content.level, content.commentary])).toEqual([
      ["A1", "3", "Plans are read."],
      ["A9", "3", "Plans are read."],
    ]);
  });

  it("become one where statements were merged: all their words, and a level only where they agree", () => {
    const signed = new Map([
      ["A1", answer({ level: "3", commentary: "Plans are read.", helpWanted: true })],
      ["A2", answer({ level: "2", commentary: "Staff meet weekly." })],
    ]);
    const fates = new Map([
      fate("A1", ["A1"], { rule: "combine" }),
      fate("A2", ["A1"], { rule: "combine" }),
    ]);
    const [only, ...others] = bringForward(signed, fates).answers;
    expect(others).toEqual([]);
    expect(only?.content).toMatchObject({
      ...{ level: null, commentary: "Plans are read.\n\nStaff meet weekly.", helpWanted: true },
      toConfirm: true,
    });
  });

  it("never cut a text in the middle: one that does not fit stays in the signed copy", () => {
    const long = "a".repeat(3000);
    const signed = new Map([
      ["A1", answer({ commentary: long })],
      ["A2", answer({ commentary: "b".repeat(3000) })],
    ]);
    const fates = new Map([
      fate("A1", ["A1"], { rule: "combine" }),
      fate("A2", ["A1"], { rule: "combine" }),
    ]);
    expect(bringForward(signed, fates).answers[0]?.content.commentary).toBe(long);
  });

  it("leave out a level that nothing answers to, and move one that the author mapped", () => {
    const signed = new Map([
      ["A1", answer({ level: "1", commentary: "Words." })],
      ["A2", answer({ level: "2" })],
    ]);
    const levels = { "1": null, "2": "4" };
    const fates = new Map([
      fate("A1", ["A1"], { rule: "map-levels", levels }),
      fate("A2", ["A2"], { rule: "map-levels", levels }),
    ]);
    const { answers } = bringForward(signed, fates);
    expect(answers.map(({ content }) => content.level)).toEqual([null, "4"]);
  });

  it("do not include what is asked again or no longer, nor places left empty", () => {
    const signed = new Map([
      ["A1", answer({ level: "1" })],
      ["A2", answer({ level: "1" })],
      ["A3", answer()],
    ]);
    const fates = new Map([
      fate("A1", ["A1"], { rule: "ask-again" }),
      fate("A2", [], { rule: "set-aside" }),
      fate("A3", ["A3"]),
    ]);
    expect(bringForward(signed, fates)).toEqual({ answers: [], asked: ["A1", "A2"] });
  });
});
