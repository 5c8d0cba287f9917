import { describe, expect, it } from "vitest";
import { applicabilityChange, chooseApplicability } from "~/domain/response/choose-applicability";
import { aDefinition } from "~tests/support/factories/definitions";

const ticked = { phases: ["P"], types: ["academy"], sections: [] };

describe("choosing what applies", () => {
  it("pins what was ticked, in the order of the list, and leaves out what is not known", () => {
    const chosen = chooseApplicability({ ...ticked, phases: ["S", "nonsense", "EY"] }, null);
    expect(chosen).toEqual({
      ok: true,
      value: { phases: ["EY", "S"], types: ["academy"], sections: null },
    });
  });

  it("needs a phase and a type, and names both at once", () => {
    const chosen = chooseApplicability({ phases: [], types: [], sections: [] }, null);
    expect(chosen).toMatchObject({
      ok: false,
      problem: [{ field: "phases" }, { field: "types" }],
    });
  });

  it("counts only sections that are offered towards the least that is asked", () => {
    const choice = { atLeast: 2, from: ["A", "B", "C"] };
    const few = chooseApplicability({ ...ticked, sections: ["A", "Z"] }, choice);
    expect(few).toMatchObject({ problem: [{ code: "choose-more", atLeast: 2 }] });
    const enough = chooseApplicability({ ...ticked, sections: ["C", "A"] }, choice);
    expect(enough).toMatchObject({ value: { sections: ["A", "C"] } });
  });
});

describe("a change of what applies", () => {
  const from = { phases: ["P"], types: [], sections: null } as const;

  it("names the statements that come in and go out", () => {
    const to = { phases: ["S"], types: [], sections: ["B"] } as const;
    const change = applicabilityChange(aDefinition(), { from, to });
    expect(change.nowApply.map(({ key }) => key)).toEqual(["B2"]);
    expect(change.noLongerApply.map(({ key }) => key)).toEqual(["A1", "A2", "A3"]);
  });

  it("is empty when nothing changes", () => {
    const change = applicabilityChange(aDefinition(), { from, to: from });
    expect(change).toEqual({ nowApply: [], noLongerApply: [] });
  });
});
