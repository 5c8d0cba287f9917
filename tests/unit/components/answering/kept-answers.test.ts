import { describe, expect, it } from "vitest";
import { keptAnswers } from "~/components/answering/kept-answers";
import { EMPTY_ANSWER } from "~/domain/response/answer";
import type { AnswerView } from "~/services/answering/views";

const NOW = new Date("2026-11-22T14:02:00Z");
const READER = "priya";
const SAVED: AnswerView = {
  ...EMPTY_ANSWER,
  commentary: "Saved\nwords",
  revision: 2,
  savedAt: NOW,
  savedBy: { id: "tom", name: "Tom Okafor" },
};

const kept = (fields: Record<string, string>, view: Partial<AnswerView> = {}) =>
  keptAnswers(
    { fields: Object.entries(fields) },
    { standing: [["C2", { ...SAVED, ...view }]], reader: READER, now: NOW },
  );

describe("text from an ended session", () => {
  it("goes back where it differs from what is saved, on the save it builds on", () => {
    expect(kept({ "C2.base": "2", "C2.commentary": "Typed" })).toMatchObject([
      { key: "C2", base: 2, content: { commentary: "Typed" }, refusal: null, theirs: null },
    ]);
  });

  it("stays away where it says what is saved, whichever way its lines end", () => {
    expect(kept({ "C2.base": "2", "C2.commentary": "Saved\r\nwords" })).toEqual([]);
  });

  it("stands beside what someone else saved since", () => {
    expect(kept({ "C2.base": "1", "C2.commentary": "Typed" })).toMatchObject([
      { base: 1, theirs: { byName: "Tom Okafor", when: "today at 14:02", revision: 2 } },
    ]);
  });

  it("stays away once the reader has saved that answer again", () => {
    const savedBy = { id: READER, name: "Priya Nair" };
    expect(kept({ "C2.base": "1", "C2.commentary": "Typed" }, { savedBy })).toEqual([]);
  });

  it("leaves out answers that are not on the page, and is nothing where nothing is kept", () => {
    expect(kept({ "C9.commentary": "Typed" })).toEqual([]);
    expect(keptAnswers(null, { standing: [["C2", SAVED]], reader: READER, now: NOW })).toEqual([]);
  });
});
