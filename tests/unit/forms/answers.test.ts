import { describe, expect, it } from "vitest";
import { EMPTY_ANSWER } from "~/domain/response/answer";
import {
  answerName,
  answersToSave,
  contentFromValues,
  readAnswers,
  resolutionValue,
} from "~/forms/answers";

function aForm(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

describe("reading a form of answers", () => {
  it("groups the controls of each answer, whatever its key looks like", () => {
    const form = aForm({
      [answerName("9.3", "base")]: "4",
      [answerName("9.3", "level")]: "R",
      [answerName("section:C", "commentary")]: "How we know",
      [answerName("field:pupilsOnRoll", "value")]: "312",
      then: "list",
    });
    const { answers, then } = readAnswers(form);
    expect(then).toBe("list");
    expect(answers).toMatchObject([
      { key: "9.3", base: 4, content: { ...EMPTY_ANSWER, level: "R" } },
      { key: "section:C", base: 0, content: { ...EMPTY_ANSWER, commentary: "How we know" } },
      { key: "field:pupilsOnRoll", content: { ...EMPTY_ANSWER, value: "312" } },
    ]);
  });

  it("takes no level, no duty and no ticks where nothing was chosen", () => {
    const [answer] = readAnswers(aForm({ "C2.base": "1" })).answers;
    expect(answer?.content).toEqual(EMPTY_ANSWER);
  });

  it("keeps an answer with a duty that is none aside from saving", () => {
    const posted = readAnswers(aForm({ "C2.duty": "maybe", "C3.duty": "partly" }));
    expect(posted.answers.map(({ key, wrongDuty }) => [key, wrongDuty])).toEqual([
      ["C2", true],
      ["C3", false],
    ]);
    expect(answersToSave(posted, () => "id").map(({ key }) => key)).toEqual(["C3"]);
  });

  it("builds keep mine on their save, and leaves keep theirs out", () => {
    const fields = { "C2.base": "1", "C2.theirs": "3", "C2.commentary": "Mine" };
    const mine = readAnswers(aForm({ ...fields, resolve: resolutionValue("C2", "mine") }));
    expect(mine.answers).toMatchObject([{ key: "C2", base: 3 }]);
    const theirs = readAnswers(aForm({ ...fields, resolve: resolutionValue("C2", "theirs") }));
    expect(theirs.answers).toEqual([]);
  });

  it("reads a base that is no number as never saved", () => {
    for (const base of ["", "-1", "x", "1e9", "99999999999"]) {
      expect(readAnswers(aForm({ "C2.base": base })).answers[0]?.base).toBe(0);
    }
  });
});

describe("the content of a form's values", () => {
  it("leaves parts that have no control as they stand", () => {
    const standing = { ...EMPTY_ANSWER, commentary: "Stands", level: "2" };
    expect(contentFromValues({ level: "3" }, standing)).toEqual({ ...standing, level: "3" });
    expect(contentFromValues(undefined, standing)).toEqual(standing);
  });
});
