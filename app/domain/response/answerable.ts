import type { Definition, Field, Item, Level, Section } from "~/domain/questionnaire/definition";
import { parseAnswerKey, type AnswerContent } from "./answer";

/** What a key names in a questionnaire, with the levels that may be chosen for it. */
export type Answerable =
  | { kind: "item"; item: Item; section: Section; levels: readonly Level[] }
  | { kind: "section"; section: Section; levels: readonly Level[] }
  | { kind: "field"; field: Field };

/** What an answer key names, or null when the questionnaire has no such thing. */
export function findAnswerable(definition: Definition, key: string): Answerable | null {
  const named = parseAnswerKey(key);
  switch (named.kind) {
    case "item":
      return findItem(definition, named.item);
    case "section":
      return findSection(definition, named.section);
    case "field": {
      const field = definition.fields.find((candidate) => candidate.key === named.field);
      return field ? { kind: "field", field } : null;
    }
  }
}

function findItem(definition: Definition, key: string): Answerable | null {
  for (const section of definition.sections) {
    const item = section.items.find((candidate) => candidate.key === key);
    if (item) return { kind: "item", item, section, levels: levelsIn(definition, section) };
  }
  return null;
}

/** A headline is any of the counted levels, whatever the statements say (design.md section 5). */
function findSection(definition: Definition, key: string): Answerable | null {
  if (!definition.settings.sectionSummary) return null;
  const section = definition.sections.find((candidate) => candidate.key === key);
  if (!section) return null;
  const levels = definition.scale.levels.filter((level) => level.counts);
  return { kind: "section", section, levels };
}

/** Levels that may be chosen for statements of a section: its own list, or the whole scale. */
export function levelsIn(definition: Definition, section: Section): readonly Level[] {
  if (section.levels.length === 0) return definition.scale.levels;
  return definition.scale.levels.filter((level) => section.levels.includes(level.code));
}

/** What a key names, in the words of a message: "C5", "Section C", or the field's label. */
export function nameOf(answerable: Answerable): string {
  switch (answerable.kind) {
    case "item":
      return answerable.item.key;
    case "section":
      return `Section ${answerable.section.key}`;
    case "field":
      return answerable.field.label;
  }
}

/** The parts of an answer that its kind has; the others are always empty. */
export const PARTS = {
  item: ["level", "commentary", "whereSeen", "duty", "dutyNote", "helpWanted", "toConfirm"],
  section: ["level", "commentary", "toConfirm"],
  field: ["value", "toConfirm"],
} as const satisfies Record<Answerable["kind"], readonly (keyof AnswerContent)[]>;
