import type { Definition, Item, Level, Section } from "~/domain/questionnaire/definition";

/** Reading a definition: finding a statement, and the choices that stand open in a place. */
export type PlacedItem = { section: Section; item: Item };

/** The statement with a key and the section it stands in; null when the questionnaire has none such. */
export function findItem(definition: Definition, key: string): PlacedItem | null {
  for (const section of definition.sections) {
    const item = section.items.find((candidate) => candidate.key === key);
    if (item !== undefined) return { section, item };
  }
  return null;
}

/** Every statement, in the order of the questionnaire. */
export function statementsOf({ sections }: Pick<Definition, "sections">): Item[] {
  return sections.flatMap(({ items }) => items);
}

export function findSection(definition: Definition, key: string): Section | null {
  return definition.sections.find((section) => section.key === key) ?? null;
}

/** The choices that may be made in a section, in the order of the scale. */
export function levelsOf(definition: Definition, section: Section): Level[] {
  if (section.levels.length === 0) return definition.scale.levels;
  return definition.scale.levels.filter((level) => section.levels.includes(level.code));
}

/** What a code means in a section; null for no choice and for a choice that is not open there. */
export function levelIn(
  definition: Definition,
  section: Section,
  code: string | null,
): Level | null {
  return levelsOf(definition, section).find((level) => level.code === code) ?? null;
}

/** The levels a school may choose as the headline of a section: those that count. */
export function headlineLevels(definition: Definition): Level[] {
  return definition.scale.levels.filter((level) => level.counts);
}

/** A mark of the same question elsewhere, taken apart: `inclusion-toolkit/C3`. */
export function readRelated(mark: string): { questionnaire: string; item: string } {
  const [questionnaire = "", item = ""] = mark.split("/");
  return { questionnaire, item };
}
