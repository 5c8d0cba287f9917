import { describe, expect, it } from "vitest";
import { canonicalDefinition, withoutDuties } from "~/domain/questionnaire/canonical";
import type { Item } from "~/domain/questionnaire/definition";
import { findItem, readRelated } from "~/domain/questionnaire/definition-lookup";
import { templateDuties } from "~/domain/questionnaire/duties";
import { readStoredDefinition } from "~/domain/questionnaire/upgrade-definition";
import { readTemplate, TEMPLATE_KEYS, templateText, type TemplateKey } from "./read-template";

const COUNTS: Record<TemplateKey, { sections: number; items: number }> = {
  "inclusion-toolkit": { sections: 9, items: 50 },
  "mainstream-core-standards": { sections: 12, items: 76 },
  "asthma-friendly": { sections: 8, items: 35 },
  "early-years": { sections: 6, items: 24 },
};
const NEVER_SAID =
  /\b(inspection|inspector|grade|pass|fail|excluded|revision|fingerprint|weakest|strongest|please|successfully)\b|!/i;

const itemsOf = (key: TemplateKey): Item[] =>
  readTemplate(key).sections.flatMap((section) => section.items);
const isTemplate = (key: string): key is TemplateKey => TEMPLATE_KEYS.some((one) => one === key);

describe.each(TEMPLATE_KEYS)("the template %s", (key) => {
  const definition = readTemplate(key);

  it("has its sections and statements", () => {
    expect(definition.key).toBe(key);
    expect(definition.sections).toHaveLength(COUNTS[key].sections);
    expect(itemsOf(key)).toHaveLength(COUNTS[key].items);
  });

  it("writes each statement's key on a line of its own", () => {
    const lines = templateText(key).match(/^ {6}- key: \S+$/gm) ?? [];
    const keys = lines.map((line) => line.replace(/^ {6}- key: |"/g, ""));
    expect(keys).toEqual(itemsOf(key).map((item) => item.key));
  });

  it("names each statement in two to five words", () => {
    const long = itemsOf(key).filter((item) => item.short.split(" ").length > 5);
    expect(long.map((item) => item.short)).toEqual([]);
  });

  it("gives every legal duty a source", () => {
    const legal = templateDuties(definition).filter((duty) => duty.kind === "must");
    expect(legal.length).toBeGreaterThan(0);
    expect(legal.filter((duty) => duty.source.trim().length < 10)).toEqual([]);
  });

  it("marks related statements that exist and mark it in turn", () => {
    for (const item of itemsOf(key))
      for (const mark of item.related) {
        const other = readRelated(mark);
        if (!isTemplate(other.questionnaire)) throw new Error(`${item.key}: ${mark}`);
        const found = findItem(readTemplate(other.questionnaire), other.item);
        expect(found?.item.related, `${item.key} and ${mark}`).toContain(`${key}/${item.key}`);
      }
  });

  it("says that it is a working set", () => {
    expect(definition.sourceNote).toContain("working set written for this service");
    expect(definition.sourceNote).toContain("owner can load its own text");
  });

  it("uses none of the words we do not use", () => {
    const said = templateText(key)
      .split("\n")
      .filter((line) => NEVER_SAID.test(line));
    expect(said).toEqual([]);
  });

  it("comes back whole from its canonical text, without its duties", () => {
    const text = canonicalDefinition(definition);
    expect(readStoredDefinition(text)).toEqual(withoutDuties(definition));
    expect(canonicalDefinition(readStoredDefinition(text))).toBe(text);
    expect(templateDuties(readStoredDefinition(text))).toEqual([]);
  });
});

describe("the Inclusion Toolkit", () => {
  it("describes all four levels of every statement in under 110 characters", () => {
    for (const item of itemsOf("inclusion-toolkit")) {
      expect(Object.keys(item.descriptors), item.key).toEqual(["1", "2", "3", "4"]);
      for (const text of Object.values(item.descriptors)) expect(text.length).toBeLessThan(110);
    }
  });

  it("says for each section what Established and Sharing look like", () => {
    for (const section of readTemplate("inclusion-toolkit").sections)
      expect(section.looksLike).toMatch(/^Established looks like: .+ Sharing looks like: .+\.$/);
  });

  it("asks for words at Sharing and Does not apply alone", () => {
    const asking = readTemplate("inclusion-toolkit").scale.levels.filter((level) => level.asks);
    expect(asking.map((level) => level.code)).toEqual(["4", "N"]);
  });
});

describe("Core Standards and Early Years", () => {
  it("offer Ready only in Section Two and from section 4 on", () => {
    const ready = (key: TemplateKey) =>
      readTemplate(key)
        .sections.filter((section) => section.levels.includes("R"))
        .map((section) => section.key);
    expect(ready("mainstream-core-standards")).toEqual(["9", "10", "11", "12"]);
    expect(ready("early-years")).toEqual(["4", "5", "6"]);
  });
});

describe("Asthma Friendly Schools", () => {
  it("has six entry points among twelve starred statements", () => {
    const items = itemsOf("asthma-friendly");
    const starred = items.filter((item) => item.starter);
    expect(starred.map((item) => item.key).join(" ")).toBe("A1 A2 A3 B1 B4 C1 D1 D5 E1 E3 F1 G2");
    const entry = items.filter((item) => item.entry);
    expect(entry.map((item) => item.key).join(" ")).toBe("A1 A2 B1 C1 D1 F1");
    expect(entry.every((item) => item.starter)).toBe(true);
  });

  it("leaves the start of the allergy duty open and says that it is to be checked", () => {
    const duties = templateDuties(readTemplate("asthma-friendly"));
    const allergy = duties.find((duty) => duty.itemKey === "H4");
    expect(allergy).toMatchObject({ kind: "must", validFrom: null, checked: false });
    expect(allergy?.source).toContain("Commencement to be checked");
  });

  it("names no dose", () => {
    expect(templateText("asthma-friendly")).not.toMatch(/\b(puffs?|micrograms?|mcg|mg)\b/i);
  });
});
