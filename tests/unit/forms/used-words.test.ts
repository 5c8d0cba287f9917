import { describe, expect, it } from "vitest";
import { hasWords, readUsedWords, usedWordsValue, withWords } from "~/forms/used-words";
import { readAnswers } from "~/forms/answers";
import { EMPTY_ANSWER } from "~/domain/response/answer";

describe("using words that stand elsewhere", () => {
  it("reads back the button that was written, line breaks and equals signs and all", () => {
    const used = { key: "9.3", words: "Two lines\n4 = enough" };
    const sent = usedWordsValue(used).replaceAll("\n", "\r\n");
    expect(readUsedWords(sent)).toEqual(used);
  });

  it.each([null, "", "C2", "C2=", "=words", "C 2=words"])(
    "takes %j for another button",
    (value) => {
      expect(readUsedWords(value)).toBeNull();
    },
  );

  it("puts them under what the answer says, and takes nothing away", () => {
    expect(withWords(EMPTY_ANSWER, "Theirs").commentary).toBe("Theirs");
    const own = { ...EMPTY_ANSWER, commentary: "Mine \n" };
    expect(withWords(own, "Theirs").commentary).toBe("Mine\n\nTheirs");
  });

  it("knows them in the answer, whichever way its lines end", () => {
    const content = { ...EMPTY_ANSWER, commentary: "Mine\r\n\r\nOne\r\ntwo" };
    expect(hasWords(content, "One\ntwo ")).toBe(true);
    expect(hasWords(content, "One\nthree")).toBe(false);
  });

  it("changes only the answer that the button names", () => {
    const form = new FormData();
    for (const key of ["C2", "C3"]) form.append(`${key}.commentary`, `Mine ${key}`);
    form.append("use", usedWordsValue({ key: "C3", words: "Theirs" }));
    const { answers, use } = readAnswers(form);
    expect(use?.key).toBe("C3");
    expect(answers.map(({ content }) => content.commentary)).toEqual([
      "Mine C2",
      "Mine C3\n\nTheirs",
    ]);
  });
});
