import { describe, expect, it } from "vitest";
import { itemsThatApply, type Applicability } from "~/domain/questionnaire/applicability";
import { phasesOf, typesOf } from "~/domain/questionnaire/school-facts";
import { PRIMARY } from "./a-review";
import { readTemplate, type TemplateKey } from "./read-template";

const count = (key: TemplateKey, applicability: Applicability) =>
  itemsThatApply(readTemplate(key), applicability).reduce((n, { items }) => n + items.length, 0);

describe("the statements that apply", () => {
  it("are 49 of the Toolkit in a Kent primary school, without careers", () => {
    const crockenhill = {
      typeName: "Community school",
      typeGroup: "Local authority maintained schools",
      phaseName: "Primary",
      lowAge: 4,
      highAge: 11,
    };
    const applicability = {
      phases: phasesOf(crockenhill),
      types: typesOf(crockenhill),
      sections: null,
    };
    expect(count("inclusion-toolkit", applicability)).toBe(49);
    const left = itemsThatApply(readTemplate("inclusion-toolkit"), applicability).flatMap(
      ({ notApplicable }) => notApplicable,
    );
    expect(left.map(({ item, why }) => `${item.key} ${why}`)).toEqual(["I5 phase"]);
  });

  it.each([
    ["a secondary school with a sixth form", ["S", "16"], 50, 76],
    ["a special school", ["SP"], 47, 71],
    ["a pupil referral unit", ["AP"], 47, 71],
    ["a nursery school", ["EY"], 46, 71],
  ] satisfies [string, Applicability["phases"], number, number][])(
    "in %s",
    (_, phases, toolkit, core) => {
      const applicability = { phases, types: [], sections: null };
      expect(count("inclusion-toolkit", applicability)).toBe(toolkit);
      expect(count("mainstream-core-standards", applicability)).toBe(core);
    },
  );

  it("are all of them while the phase is not known", () => {
    const unknown = { phases: [], types: [], sections: null };
    expect(count("inclusion-toolkit", unknown)).toBe(50);
  });

  it("come from the chosen sections alone, in the order of the questionnaire", () => {
    const applied = itemsThatApply(readTemplate("inclusion-toolkit"), {
      ...PRIMARY,
      sections: ["I", "C"],
    });
    expect(applied.map(({ section }) => section.key)).toEqual(["C", "I"]);
  });

  it("leave a section empty where nothing of it applies", () => {
    const junior = { phases: ["P"], types: [], sections: ["1"] } satisfies Applicability;
    const [section] = itemsThatApply(readTemplate("early-years"), junior);
    expect(section?.items).toEqual([]);
    expect(section?.notApplicable).toHaveLength(5);
  });
});
