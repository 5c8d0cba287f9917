import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EMPTY_ANSWER, type AnswerContent } from "~/domain/response/answer";
import { conflictPanel, editTogether } from "~/domain/response/conflict";
import { anAnswer } from "./a-definition";

const content = (parts: Partial<AnswerContent>): AnswerContent => ({ ...EMPTY_ANSWER, ...parts });

describe("two versions of one answer", () => {
  it("stand whole side by side, with the parts that differ", () => {
    const mine = content({ level: "2", commentary: "Mine", whereSeen: "Hall" });
    const theirs = anAnswer("A1", { level: "3", commentary: "Theirs", whereSeen: "Hall" }, 5);
    expect(conflictPanel(mine, theirs)).toMatchObject({
      mine,
      by: { name: "Tom Okafor" },
      baseRevision: 5,
      differ: ["level", "commentary"],
    });
  });

  it("are joined with mine first and an empty line between", () => {
    const both = editTogether(
      content({ level: "2", commentary: "Mine.\n", whereSeen: "Hall" }),
      content({ level: "3", commentary: "Theirs.", whereSeen: "Library", helpWanted: true }),
    );
    expect(both).toEqual(
      content({
        level: "2",
        commentary: "Mine.\n\nTheirs.",
        whereSeen: "Hall; Library",
        helpWanted: true,
      }),
    );
  });

  it("do not repeat what one of them already holds", () => {
    const one = content({ commentary: "We meet." });
    const longer = content({ commentary: "We meet. Every term." });
    expect(editTogether(one, longer).commentary).toBe("We meet. Every term.");
    expect(editTogether(longer, one).commentary).toBe("We meet. Every term.");
    expect(editTogether(EMPTY_ANSWER, one)).toEqual(one);
  });

  it("lose no words of either when joined", () => {
    const words = fc.string({ maxLength: 30 });
    fc.assert(
      fc.property(words, words, (mine, theirs) => {
        const both = editTogether(content({ commentary: mine }), content({ commentary: theirs }));
        expect(both.commentary).toContain(mine.trim());
        expect(both.commentary).toContain(theirs.trim());
      }),
    );
  });
});
