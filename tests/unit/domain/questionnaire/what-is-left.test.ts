import { describe, expect, it } from "vitest";
import { nextLeft, whatIsLeft } from "~/domain/questionnaire/what-is-left";
import { wordsAsked } from "~/domain/questionnaire/needs-words";
import { anAnswer, aReview, fullAnswers } from "./a-review";
import { readTemplate } from "./read-template";

const toolkit = readTemplate("inclusion-toolkit");
const core = readTemplate("mainstream-core-standards");
const without = (...keys: string[]) =>
  fullAnswers(toolkit).filter((answer) => !keys.includes(answer.key));

describe("what is left", () => {
  it("is nothing when all is done", () => {
    const left = whatIsLeft(aReview(toolkit, fullAnswers(toolkit)));
    expect(left).toEqual({
      statements: [],
      sections: [],
      fields: [],
      next: null,
      minutes: 0,
      ready: true,
    });
  });

  it("is all 49 statements and nine sections at the start, told in fives of minutes", () => {
    const left = whatIsLeft(aReview(toolkit));
    expect(left.statements).toHaveLength(49);
    expect(left.sections.map((section) => section.key).join("")).toBe("ABCDEFGHI");
    expect(left.minutes).toBe(65);
    expect(left.next?.key).toBe("A1");
    expect(left.ready).toBe(false);
  });

  it("comes in the order of the questionnaire with its reasons", () => {
    const left = whatIsLeft(
      aReview(toolkit, [...without("C3", "B1", "section:F"), anAnswer("C3", { level: "4" })]),
    );
    expect(left.statements).toEqual([
      { key: "B1", short: "Planning ahead of barriers", section: "B", lacks: ["level"] },
      { key: "C3", short: "Assess, plan, do, review", section: "C", lacks: ["commentary"] },
    ]);
    expect(left.sections).toEqual([
      { key: "F", title: "Effective use of resources", lacks: ["headline", "commentary"] },
    ]);
    expect(left.minutes).toBe(5);
  });

  it("goes on after the statement one is at, and comes round", () => {
    const review = aReview(toolkit, without("B1", "C3"));
    expect(nextLeft(review, "B1")?.key).toBe("C3");
    expect(nextLeft(review, "D1")?.key).toBe("B1");
    expect(nextLeft(aReview(toolkit, fullAnswers(toolkit)), "D1")).toBeNull();
  });

  it("in asthma is the starred statements without a choice, and fields that are required", () => {
    const asthma = readTemplate("asthma-friendly");
    expect(whatIsLeft(aReview(asthma)).statements).toHaveLength(12);
    const strict = {
      ...asthma,
      fields: asthma.fields.map((field) => ({ ...field, required: field.key === "sites" })),
    };
    expect(whatIsLeft(aReview(strict)).fields).toEqual([{ key: "sites", label: "Sites" }]);
    const given = aReview(strict, [anAnswer("field:sites", { value: "1" })]);
    expect(whatIsLeft(given).fields).toEqual([]);
  });
});

describe("what still needs words", () => {
  it("has only statements whose choice asks, each with its own question", () => {
    const review = aReview(core, [
      anAnswer("9.1", { level: "2" }),
      anAnswer("9.4", { level: "4" }),
      anAnswer("9.5", { level: "3", duty: "partly", dutyNote: "Devices by Term 4" }),
      anAnswer("9.8", { level: "R" }),
      anAnswer("10.1", { level: "N" }),
    ]);
    expect(wordsAsked(review, "9")).toEqual([
      {
        key: "9.5",
        short: "Any reliable means",
        section: "9",
        box: "dutyNote",
        question: "What is missing, and by when?",
        levelName: null,
        duty: "partly",
        written: true,
      },
      {
        key: "9.8",
        short: "Therapy programmes",
        section: "9",
        box: "commentary",
        question: "What would you do, and who would help?",
        levelName: "Ready, no current need",
        duty: null,
        written: false,
      },
    ]);
    expect(wordsAsked(review).map((words) => words.key)).toEqual(["9.5", "9.8", "10.1"]);
  });

  it("asks what changed at Sharing, and both the level's and the duty's words of one statement", () => {
    const review = aReview(toolkit, [anAnswer("C2", { level: "4", duty: "no" })]);
    expect(wordsAsked(review).map((words) => words.question)).toEqual([
      "What changed for pupils, and who outside your school uses it?",
      "What is missing, and by when?",
    ]);
  });
});
