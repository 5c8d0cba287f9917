import { describe, expect, it } from "vitest";
import { NOTE_MAX, readNote } from "~/domain/chasing/reminder-note";
import { leftLines, stepWords } from "~/domain/chasing/reminder-words";
import type { WhatIsLeft } from "~/domain/questionnaire/what-is-left";

const NOTHING: WhatIsLeft = {
  ...{ statements: [], sections: [], fields: [] },
  ...{ next: null, minutes: 0, ready: true },
};
const statement = (lack: "level" | "commentary") => ({
  ...{ key: "A1", short: "", section: "A", lacks: [lack] },
});
const section = (key: string) => ({ key, title: key, lacks: [] });
const DRAFT = { state: "in-progress", governorSigns: false } as const;

describe("what is left, in a reminder", () => {
  it("counts statements, sections, details and signatures", () => {
    const left: WhatIsLeft = {
      ...NOTHING,
      statements: [statement("level"), statement("level"), statement("commentary")],
      sections: ["C", "F", "G"].map(section),
      fields: [{ key: "lead", label: "Lead" }],
    };
    expect(leftLines(left, { ...DRAFT, governorSigns: true })).toEqual([
      "2 statements without a level, and 1 to finish",
      "sections C, F and G to sum up",
      "1 detail to fill in",
      "two signatures, the headteacher’s and the governor’s",
    ]);
  });

  it("names one of each as one, and only what there is", () => {
    const left = { ...NOTHING, statements: [statement("commentary")], sections: [section("C")] };
    expect(leftLines(left, DRAFT)).toEqual([
      "1 statement to finish",
      "section C to sum up",
      "the headteacher’s signature",
    ]);
    expect(leftLines({ ...NOTHING, statements: [statement("level")] }, DRAFT)[0]).toBe(
      "1 statement without a level",
    );
  });

  it("is the governor’s signature alone, once the head has signed", () => {
    const state = "awaiting-governor" as const;
    expect(leftLines(NOTHING, { state, governorSigns: true })).toEqual([
      "the governor’s signature",
    ]);
  });
});

describe("words about reminders", () => {
  it("say when one goes", () => {
    expect(stepWords({ stage: "four-weeks", names: "first" })).toBe(
      "Four weeks before the first deadline",
    );
    expect(stepWords({ stage: "day-after", names: "only" })).toBe("The day after the deadline");
    expect(stepWords({ stage: "final", names: "final" })).toBe(
      "One week before the final deadline",
    );
  });

  it("of the manager are short and name no pupil number", () => {
    expect(readNote("  Ring us. ")).toMatchObject({ ok: true, value: "Ring us." });
    expect(readNote("")).toMatchObject({ ok: true, value: "" });
    expect(readNote("a".repeat(NOTE_MAX + 1)).ok).toBe(false);
    expect(readNote("About H801200001001").ok).toBe(false);
  });
});
