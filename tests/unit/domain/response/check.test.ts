import { describe, expect, it } from "vitest";
import type { Definition } from "~/domain/questionnaire/definition";
import type { Duty } from "~/domain/questionnaire/duties";
import { selfReview } from "~/domain/questionnaire/self-review";
import { checkResponse, type CheckRequest } from "~/domain/response/check";
import type { AnswerContent } from "~/domain/response/answer";
import { aDefinition, anAnswer } from "./a-definition";

const duty: Duty = {
  id: "d1",
  itemKey: "A1",
  kind: "must",
  source: "An act",
  validFrom: null,
  validTo: null,
  types: [],
  checked: true,
};

type Given = {
  definition?: Definition;
  answers?: Record<string, Partial<AnswerContent>>;
  duties?: readonly Duty[];
  request?: Partial<CheckRequest>;
};

function check({ definition = aDefinition(), answers = {}, duties = [], request = {} }: Given) {
  const review = selfReview({
    definition,
    applicability: { phases: ["P"], types: ["maintained"], sections: null },
    duties,
    today: "2026-11-22",
    answers: Object.entries(answers).map(([key, content]) => anAnswer(key, content)),
  });
  return checkResponse({
    review,
    confirmed: true,
    chooseAtLeast: null,
    training: { threshold: null, gate: false },
    ...request,
  });
}

const messages = (given: Given) => check(given).problems.map((problem) => problem.message);

const complete = {
  A1: { level: "3" },
  B1: { level: "1" },
  B2: { level: "2" },
  "section:A": { level: "3", commentary: "Plans and walks." },
  "section:B": { level: "1", commentary: "Minutes." },
  "field:staff": { value: "20" },
};

describe("checking before ready", () => {
  it("asks first which parts apply, and nothing else until then", () => {
    const outcome = check({ request: { confirmed: false } });
    expect(outcome.ready).toBe(false);
    expect(outcome.problems.map(({ code }) => code)).toEqual(["confirm-first"]);
  });

  it("lists everything left in order, leaving out what does not apply", () => {
    expect(messages({})).toEqual([
      "Staff employed: enter a number",
      "A1: choose a level",
      "Section A: choose a headline",
      "Section A: write how you know",
      "B1: choose a level",
      "B2: choose a level",
      "Section B: choose a headline",
      "Section B: write how you know",
    ]);
  });

  it("says where each thing is", () => {
    const answers = { ...complete, B1: {}, "section:A": { level: "3" } };
    expect(check({ answers }).problems).toEqual([
      {
        code: "commentary",
        answerKey: "section:A",
        section: "A",
        message: "Section A: write how you know",
      },
      { code: "level", answerKey: "B1", section: "B", message: "B1: choose a level" },
    ]);
  });

  it("is ready when nothing is left", () => {
    expect(check({ answers: complete })).toEqual({ ready: true, problems: [] });
  });

  it("asks for the words a choice asks for", () => {
    const withA1 = (A1: Partial<AnswerContent>) => messages({ answers: { ...complete, A1 } });
    expect(withA1({ level: "4" })).toEqual([
      "A1: say what changed for pupils, Sharing asks for it",
    ]);
    expect(withA1({ level: "4", commentary: "They say so." })).toEqual([]);
    expect(withA1({ level: "3", toConfirm: true })).toEqual([
      "A1: look at it once more, it is marked to confirm",
    ]);
  });

  it("asks for a legal duty and what is missing of it", () => {
    const withA1 = (A1: Partial<AnswerContent>) =>
      messages({ answers: { ...complete, A1 }, duties: [duty] });
    expect(withA1({ level: "3" })).toEqual(["A1: answer the legal duty with Yes, Partly or No"]);
    expect(withA1({ level: "3", duty: "partly" })).toEqual([
      "A1: say which part of the duty is missing, and by when",
    ]);
    expect(withA1({ level: "3", duty: "no", dutyNote: "By Term 4." })).toEqual([]);
  });

  it("asks for as many sections as the round does", () => {
    const request = { chooseAtLeast: 3 };
    expect(messages({ answers: complete, request })).toEqual(["Choose at least 3 sections"]);
    expect(messages({ answers: complete, request: { chooseAtLeast: 2 } })).toEqual([]);
  });
});

describe("a scheme where only the starred statements are needed", () => {
  const definition = aDefinition({ sectionSummary: false, askDuties: false, needed: "starters" });
  const answers = { A1: { level: "3" }, "field:staff": { value: "20" } };

  it("is ready with the starred ones, whatever else is open", () => {
    expect(check({ definition, answers }).ready).toBe(true);
  });

  it("shows the training share without stopping anybody", () => {
    const low = { ...answers, "field:trained": { value: "10" } };
    const request = { training: { threshold: 85, gate: false } };
    expect(check({ definition, answers: low, request }).ready).toBe(true);
  });

  it("stops below the training share only where the round sets it", () => {
    const request = { training: { threshold: 85, gate: true } };
    const withTrained = (value: string) =>
      messages({ definition, answers: { ...answers, "field:trained": { value } }, request });
    expect(withTrained("15")).toEqual([
      "Staff trained: 75% so far, the round asks for 85%. 2 more",
    ]);
    expect(withTrained("17")).toEqual([]);
    expect(withTrained("")).toEqual(["Staff trained: enter both numbers, the round asks for 85%"]);
  });

  it("notices more trained than employed", () => {
    const more = { ...answers, "field:trained": { value: "21" } };
    expect(messages({ definition, answers: more })).toEqual([
      "Staff trained: 21 of 20 cannot be. Check both numbers",
    ]);
  });
});
