import { describe, expect, it } from "vitest";
import { ACTION_TITLE_MAX, ActionFieldsSchema } from "~/domain/action/action-fields";

const typed = {
  title: " Train two more midday staff ",
  whereWeAre: "",
  whereWeWant: "",
  leadRole: "SENCO",
  term: "2026-27 Term 4",
  priority: "2",
  resourceOrHelp: "",
  howWeWillKnow: "",
  progressNote: "",
};

function problems(fields: Partial<typeof typed>) {
  const result = ActionFieldsSchema.safeParse({ ...typed, ...fields });
  return result.success ? [] : result.error.issues.map(({ path, message }) => [path[0], message]);
}

describe("an action as typed", () => {
  it("is kept trimmed, with its priority as a number", () => {
    expect(ActionFieldsSchema.parse(typed)).toMatchObject({
      title: "Train two more midday staff",
      priority: 2,
      term: "2026-27 Term 4",
    });
  });

  it("needs what, who and when, and says so in plain words", () => {
    expect(problems({ title: "  " })).toEqual([["title", "Write what will be done"]]);
    expect(problems({ leadRole: "" })).toEqual([
      ["leadRole", "Write who leads, as a role, like SENCO"],
    ]);
    expect(problems({ term: "2026-27 Term 7" })).toEqual([["term", "Choose a term"]]);
    expect(problems({ term: "" })).toEqual([["term", "Choose a term"]]);
  });

  it("takes priorities 1 to 3 only, and texts up to their length", () => {
    expect(problems({ priority: "4" })).toEqual([["priority", "Choose a priority from 1 to 3"]]);
    expect(problems({ title: "x".repeat(ACTION_TITLE_MAX) })).toEqual([]);
    expect(problems({ title: "x".repeat(ACTION_TITLE_MAX + 1) })).toHaveLength(1);
  });
});
