import { describe, expect, it } from "vitest";
import type { Definition, Item, Section } from "~/domain/questionnaire/definition";
import { levelsOf } from "~/domain/questionnaire/definition-lookup";
import { templateDuties } from "~/domain/questionnaire/duties";
import { selfReview } from "~/domain/questionnaire/self-review";
import { readyProblems } from "~/domain/response/check";
import type { AnswerContent } from "~/domain/response/answer";
import { readTemplate, TEMPLATE_KEYS } from "../questionnaire/read-template";
import { anAnswer } from "./a-definition";

/** What is left of a shipped questionnaire when every statement is answered with one choice. */
function leftOf(
  definition: Definition,
  content: (section: Section, item: Item) => Partial<AnswerContent>,
) {
  const applicability = { phases: [], types: [], sections: null };
  const items = definition.sections.flatMap((section) =>
    section.items.map((item) => anAnswer(item.key, content(section, item))),
  );
  const sections = definition.sections.map(({ key }) =>
    anAnswer(`section:${key}`, { level: "2", commentary: "Walks and minutes." }),
  );
  const review = selfReview({
    definition,
    applicability,
    duties: templateDuties(definition).map((duty, index) => ({ ...duty, id: `d${index}` })),
    today: "2026-11-22",
    answers: [...items, ...sections],
  });
  const training = { threshold: 85, gate: false };
  return readyProblems({ review, confirmed: true, chooseAtLeast: null, training });
}

const secondLevel = (definition: Definition, section: Section) =>
  levelsOf(definition, section).find((level) => level.counts && level.asks === null)?.code ?? null;

describe.each(TEMPLATE_KEYS)("checking the shipped %s", (key) => {
  const definition = readTemplate(key);

  it("is ready once every statement, duty and section is answered", () => {
    const left = leftOf(definition, (section) => ({
      level: secondLevel(definition, section),
      duty: "yes",
    }));
    expect(left).toEqual([]);
  });

  it("asks for the words of a choice that asks for them, naming each statement", () => {
    const left = leftOf(definition, () => ({ level: "N", duty: "yes" }));
    const wordy = left.filter(({ code }) => code === "commentary");
    expect(wordy.length).toBeGreaterThan(0);
    for (const { answerKey, section, message } of wordy) {
      expect(section).not.toBeNull();
      expect(message).toBe(`${answerKey ?? ""}: say why it does not apply to you`);
    }
  });

  it("uses no word that we never use", () => {
    const left = leftOf(definition, () => ({}));
    expect(left.length).toBeGreaterThan(0);
    for (const { message } of left) {
      expect(message).not.toMatch(/inspect|grade|\bpass|\bfail|exclude|please|success|!/i);
    }
  });
});
