import { describe, expect, it } from "vitest";
import { composedText } from "~/domain/composed-text";
import { judgeSettings } from "~/domain/organisation/settings";
import { readPersonName } from "~/domain/people/person-fields";
import { readWords } from "~/domain/personal-data/removal-words";
import { tidyText } from "~/domain/response/answer-content";

/** As much as a form may carry: composed, it would take minutes. */
const MARKS = `a${"\u0301\u0316".repeat(250_000)}`;

describe("text with its accents stored one way", () => {
  it("is composed", () => {
    expect(composedText("Zoe\u0308")).toBe("Zo\u00EB");
    expect(readPersonName("Zoe\u0308 Nair")).toBe("Zo\u00EB Nair");
  });

  it("holds nobody up, however many marks are sent", () => {
    expect(readPersonName(MARKS)).toBeNull();
    expect(readWords(MARKS)).toEqual({ ok: false, problem: { code: "words-long" } });
    expect(judgeSettings("declarations", { headDeclaration: MARKS }).ok).toBe(false);
    expect(tidyText(MARKS)).toBe(MARKS);
  });
});
