import type { Definition, Field, Item, Level, Section } from "~/domain/questionnaire/definition";
import {
  findItem,
  findSection,
  headlineLevels,
  levelsOf,
} from "~/domain/questionnaire/definition-lookup";
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
    case "item": {
      const placed = findItem(definition, named.item);
      return placed && { kind: "item", ...placed, levels: levelsOf(definition, placed.section) };
    }
    case "section":
      return summaryOf(definition, named.section);
    case "field": {
      const field = definition.fields.find((candidate) => candidate.key === named.field);
      return field ? { kind: "field", field } : null;
    }
  }
}

/** A headline is any of the counted levels, whatever the statements say (design.md section 5). */
function summaryOf(definition: Definition, key: string): Answerable | null {
  const section = findSection(definition, key);
  if (section === null || !definition.settings.sectionSummary) return null;
  return { kind: "section", section, levels: headlineLevels(definition) };
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
