import type { Definition, Derived, Item } from "~/domain/questionnaire/definition";
import type { TemplateProblem } from "~/domain/questionnaire/problems";

/**
 * What a schema alone cannot see: keys used twice, levels and fields that are named but not there, and
 * marks that point at the statement itself. An empty list means that the definition holds together.
 */
export function checkDefinition(definition: Definition): TemplateProblem[] {
  return [
    ...repeatedKeys(definition),
    ...unknownLevels(definition),
    ...unknownFields(definition),
    ...relatedToItself(definition),
    ...unneededStarters(definition),
  ];
}

type Placed = { path: string; item: Item };

function placedItems(definition: Definition): Placed[] {
  return definition.sections.flatMap((section, s) =>
    section.items.map((item, i) => ({ path: `sections[${s}].items[${i}]`, item })),
  );
}

function repeats(keys: { path: string; key: string }[], what: string): TemplateProblem[] {
  const seen = new Set<string>();
  return keys.flatMap(({ path, key }) => {
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      { path: `${path}.key`, message: `The key ${key} is used twice. Give each ${what} its own` },
    ];
  });
}

function repeatedKeys(definition: Definition): TemplateProblem[] {
  const at = (list: string) => (entry: { key: string }, i: number) => ({
    path: `${list}[${i}]`,
    key: entry.key,
  });
  const items = placedItems(definition).map(({ path, item }) => ({ path, key: item.key }));
  const levels = definition.scale.levels.map((level, i) => ({
    path: `scale.levels[${i}]`,
    key: level.code,
  }));
  return [
    ...repeats(definition.sections.map(at("sections")), "section"),
    ...repeats(items, "statement"),
    ...repeats(definition.fields.map(at("fields")), "field"),
    ...repeats(definition.derived.map(at("derived")), "share"),
    ...repeats(levels, "level"),
  ];
}

function unknownLevels(definition: Definition): TemplateProblem[] {
  const known = new Set(definition.scale.levels.map((level) => level.code));
  const problem = (path: string) => (code: string) => ({
    path,
    message: `The scale has no level ${code}`,
  });
  const inSections = definition.sections.flatMap((section, s) =>
    section.levels.filter((code) => !known.has(code)).map(problem(`sections[${s}].levels`)),
  );
  const inItems = placedItems(definition).flatMap(({ path, item }) =>
    Object.keys(item.descriptors)
      .filter((code) => !known.has(code))
      .map(problem(`${path}.descriptors`)),
  );
  return [...inSections, ...inItems];
}

function unknownFields(definition: Definition): TemplateProblem[] {
  const counts = new Set(
    definition.fields.filter((field) => field.kind === "count").map((field) => field.key),
  );
  const missing = (derived: Derived, i: number) =>
    (["part", "whole"] as const)
      .filter((side) => !counts.has(derived[side]))
      .map((side) => ({
        path: `derived[${i}].${side}`,
        message: `There is no number field called ${derived[side]}`,
      }));
  return definition.derived.flatMap(missing);
}

function relatedToItself(definition: Definition): TemplateProblem[] {
  return placedItems(definition)
    .filter(({ item }) => item.related.includes(`${definition.key}/${item.key}`))
    .map(({ path, item }) => ({
      path: `${path}.related`,
      message: `${item.key} is marked as related to itself`,
    }));
}

function unneededStarters(definition: Definition): TemplateProblem[] {
  if (definition.settings.needed === "all") return [];
  if (placedItems(definition).some(({ item }) => item.starter)) return [];
  return [{ path: "settings.needed", message: "Star at least one statement, or ask for all" }];
}
