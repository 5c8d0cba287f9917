import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findItem } from "~/domain/questionnaire/definition-lookup";
import { itemState, lacksOf, sectionProgress } from "~/domain/questionnaire/progress";
import { whatIsLeft } from "~/domain/questionnaire/what-is-left";
import type { AnswerContent } from "~/domain/response/answer";
import { anAnswer, aReview, fullAnswers, type KeyedAnswer } from "./a-review";
import { readTemplate } from "./read-template";

const toolkit = readTemplate("inclusion-toolkit");
const core = readTemplate("mainstream-core-standards");

function judge(key: string, content: Partial<AnswerContent>, definition = toolkit) {
  const found = findItem(definition, key);
  if (found === null) throw new Error(key);
  const review = aReview(definition, [anAnswer(key, content)]);
  return {
    lacks: lacksOf(review, found.section, found.item),
    state: itemState(review, found.section, found.item),
  };
}

describe("a statement", () => {
  it.each([
    ["untouched", "A1", {}, ["level"], "empty"],
    ["with a level", "A1", { level: "2" }, [], "done"],
    ["with only a line", "A1", { whereSeen: "Plan, page 3" }, ["level"], "started"],
    ["Sharing without words", "A1", { level: "4" }, ["commentary"], "started"],
    ["Sharing with blanks", "A1", { level: "4", commentary: " \n" }, ["commentary"], "started"],
    ["Sharing with words", "A1", { level: "4", commentary: "Ours is used by two." }, [], "done"],
    ["not applying, no reason", "A1", { level: "N" }, ["commentary"], "started"],
    ["to confirm", "A1", { level: "2", toConfirm: true }, ["to-confirm"], "started"],
    ["offered and untouched", "A1", { toConfirm: true }, ["level", "to-confirm"], "empty"],
    ["with its duty open", "C2", { level: "2" }, ["duty"], "started"],
    ["with its duty met", "C2", { level: "2", duty: "yes" }, [], "done"],
    ["duty Partly, no words", "C2", { level: "2", duty: "partly" }, ["dutyNote"], "started"],
    ["duty No, with words", "C2", { level: "2", duty: "no", dutyNote: "By Term 4" }, [], "done"],
    ["of guidance only", "C3", { level: "2" }, [], "done"],
    ["with a level not on the scale", "A1", { level: "7" }, ["level"], "started"],
  ] satisfies [string, string, Partial<AnswerContent>, string[], string][])(
    "%s",
    (_, key, content, lacks, state) => {
      expect(judge(key, content)).toEqual({ lacks, state });
    },
  );

  it("Ready asks for a note in Section Two and is no choice in Section One", () => {
    expect(judge("9.6", { level: "R" }, core).lacks).toEqual(["commentary"]);
    expect(judge("9.6", { level: "R", commentary: "Ask STLS" }, core).lacks).toEqual([]);
    expect(judge("1.6", { level: "R", commentary: "Ask STLS" }, core).lacks).toEqual(["level"]);
  });

  it("Ready needs no answer to a legal duty", () => {
    expect(judge("9.5", { level: "R", commentary: "Ask STLS" }, core).lacks).toEqual([]);
    expect(judge("9.5", { level: "3" }, core).lacks).toEqual(["duty"]);
  });
});

describe("sections", () => {
  const sectionC = (answers: KeyedAnswer[]) =>
    sectionProgress(aReview(toolkit, answers)).find((section) => section.key === "C");

  it("are completed when every statement is done and they are summed up", () => {
    const answers = fullAnswers(toolkit).filter((answer) => answer.key !== "section:C");
    expect(sectionC(answers)).toMatchObject({ done: 5, total: 5, summed: false, completed: false });
    const headline = anAnswer("section:C", { level: "2", commentary: "Ten plans" });
    expect(sectionC([...answers, headline])?.completed).toBe(true);
    const noWords = anAnswer("section:C", { level: "2" });
    expect(sectionC([...answers, noWords])?.completed).toBe(false);
    const notALevel = anAnswer("section:C", { level: "N", commentary: "Ten plans" });
    expect(sectionC([...answers, notALevel])?.completed).toBe(false);
  });

  it("where everything is outside the count need no headline", () => {
    const answers = ["1", "2", "3", "4", "5"].map((n) =>
      anAnswer(`C${n}`, { level: "N", commentary: "We have no pupils yet" }),
    );
    expect(sectionC(answers)).toMatchObject({ done: 5, summed: true, completed: true });
  });

  it("of asthma ask for the starred statements and no summing-up", () => {
    const asthma = readTemplate("asthma-friendly");
    const progress = sectionProgress(aReview(asthma));
    expect(progress.reduce((sum, section) => sum + section.total, 0)).toBe(12);
    expect(progress.every((section) => section.summed)).toBe(true);
    expect(progress.find((section) => section.key === "H")?.completed).toBe(true);
  });
});

describe("counts", () => {
  it("do not change with the order of the answers", () => {
    const some = fc
      .subarray(fullAnswers(toolkit))
      .chain((answers) =>
        fc.tuple(
          fc.constant(answers),
          fc.shuffledSubarray(answers, { minLength: answers.length, maxLength: answers.length }),
        ),
      );
    fc.assert(
      fc.property(some, ([answers, shuffled]) => {
        const one = aReview(toolkit, answers);
        const other = aReview(toolkit, shuffled);
        expect(sectionProgress(other)).toEqual(sectionProgress(one));
        expect(whatIsLeft(other)).toEqual(whatIsLeft(one));
      }),
      { numRuns: 40 },
    );
  });

  it("done and left always make up all", () => {
    fc.assert(
      fc.property(fc.subarray(fullAnswers(toolkit)), (answers) => {
        const review = aReview(toolkit, answers);
        const done = sectionProgress(review).reduce((sum, section) => sum + section.done, 0);
        expect(done + whatIsLeft(review).statements.length).toBe(49);
      }),
      { numRuns: 40 },
    );
  });
});
