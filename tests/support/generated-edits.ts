import fc from "fast-check";
import type { Definition, Item } from "~/domain/questionnaire/definition";

/** What an author may do to a draft, drawn at random. `at` chooses a statement, wrapped round to those there are. */
export const EDIT_KINDS = [
  "reword",
  "typing-error",
  "help",
  "add",
  "remove",
  "split",
  "merge",
  "move",
  "retitle",
  "relabel-field",
  "remove-field",
  "gain-level",
  "lose-level",
  "turn-scale",
] as const;
export type Edit = { kind: (typeof EDIT_KINDS)[number]; at: number };

export const generatedEdit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...EDIT_KINDS),
  at: fc.nat({ max: 30 }),
});
/** Several edits one after the other: an author's afternoon. */
export const generatedEdits: fc.Arbitrary<Edit[]> = fc.array(generatedEdit, { maxLength: 8 });

/** The draft after all edits. An edit for which there is nothing (merging one statement) does nothing. */
export function editQuestionnaire(definition: Definition, edits: readonly Edit[]): Definition {
  const known = new Set(itemsOf(definition).map(({ key }) => key));
  const edited = edits.reduce(
    (draft, edit, place) => editOnce(draft, edit, `Z${place}`),
    definition,
  );
  // What came and went within the draft was never in a version.
  return withItems(edited, ({ replaces, ...item }) => {
    const named = (replaces ?? []).filter((key) => known.has(key));
    return [named.length === 0 ? item : { ...item, replaces: named }];
  });
}

const itemsOf = (definition: Definition): Item[] =>
  definition.sections.flatMap(({ items }) => items);

function withItems(draft: Definition, change: (item: Item) => Item[]): Definition {
  const sections = draft.sections.map((section) => ({
    ...section,
    items: section.items.flatMap(change),
  }));
  // A section without statements is no section; the last one keeps what it has.
  const left = sections.filter(({ items }) => items.length > 0);
  return left.length === 0 ? draft : { ...draft, sections: left };
}

/** What a statement stands for: keys of the version before, whatever was split and merged in between. */
const roots = (item: Item): string[] => [item.key, ...(item.replaces ?? [])];

function editOnce(draft: Definition, { kind, at }: Edit, key: string): Definition {
  const items = itemsOf(draft);
  const chosen = items[at % items.length];
  const other = items[(at + 1) % items.length];
  if (chosen === undefined || other === undefined) return draft;
  const replaced = (change: (item: Item) => Item[]) =>
    withItems(draft, (item) => (item.key === chosen.key ? change(item) : [item]));
  switch (kind) {
    case "reword":
      return replaced((item) => [{ ...item, statement: `${item.statement} every single term` }]);
    case "typing-error":
      return replaced((item) => [{ ...item, statement: `${item.statement}.` }]);
    case "help":
      return replaced((item) => [{ ...item, help: `Look again. ${item.help ?? ""}`.trim() }]);
    case "add":
      return replaced((item) => [item, { ...item, key, replaces: undefined }]);
    case "remove":
      return replaced(() => []);
    case "split":
      return replaced((item) => [
        item,
        { ...item, key, short: "Second part", replaces: roots(item) },
      ]);
    case "merge":
      return chosen === other ? draft : merged(draft, chosen, other);
    case "move":
      return moved(draft, chosen);
    case "retitle":
    case "relabel-field":
    case "remove-field":
    case "gain-level":
    case "lose-level":
    case "turn-scale":
      return editAround(draft, { kind, at });
  }
}

function merged(draft: Definition, chosen: Item, other: Item): Definition {
  const replaces = [...new Set([...(chosen.replaces ?? []), ...roots(other)])];
  return withItems(draft, (item) => {
    if (item.key === other.key) return [];
    return [item.key === chosen.key ? { ...item, replaces } : item];
  });
}

function moved(draft: Definition, chosen: Item): Definition {
  const taken = withItems(draft, (item) => (item.key === chosen.key ? [] : [item]));
  if (itemsOf(taken).length === itemsOf(draft).length) return draft;
  const [first, ...rest] = taken.sections;
  if (first === undefined) return draft;
  return { ...taken, sections: [{ ...first, items: [chosen, ...first.items] }, ...rest] };
}

type AroundKind = Extract<
  Edit["kind"],
  "retitle" | "relabel-field" | "remove-field" | "gain-level" | "lose-level" | "turn-scale"
>;
type Around = { kind: AroundKind; at: number };

function editAround(draft: Definition, { kind, at }: Around): Definition {
  const { scale, fields, sections } = draft;
  const place = at % sections.length;
  switch (kind) {
    case "retitle":
      return {
        ...draft,
        sections: sections.map((one, i) =>
          i === place ? { ...one, title: `New ${one.title}` } : one,
        ),
      };
    case "relabel-field":
      return {
        ...draft,
        fields: fields.map((one, i) =>
          i === at % fields.length ? { ...one, label: `All ${one.label}` } : one,
        ),
      };
    case "remove-field":
      // The last one, which no share is worked out from, and only while it is there.
      return { ...draft, fields: fields.slice(0, Math.max(2, fields.length - 1)) };
    case "gain-level":
      return scale.levels.some(({ code }) => code === "R")
        ? draft
        : withLevels(draft, [
            ...scale.levels,
            {
              ...{ code: "R", name: "Ready", meaning: "No need now.", shortcut: "R" },
              ...{ steps: 0, mark: "ready", counts: false, asks: null },
            },
          ]);
    case "lose-level":
      return scale.levels.length <= 2 ? draft : withLevels(draft, scale.levels.slice(0, -1));
    case "turn-scale": {
      const names = scale.levels.map(({ name }) => name).reverse();
      return withLevels(
        draft,
        scale.levels.map((level, i) => ({ ...level, name: names[i] ?? level.name })),
      );
    }
  }
}

/** Descriptions of levels that are gone go with them. */
function withLevels(draft: Definition, levels: Definition["scale"]["levels"]): Definition {
  const known = new Set(levels.map(({ code }) => code));
  const changed = withItems(draft, (item) => [
    {
      ...item,
      descriptors: Object.fromEntries(
        Object.entries(item.descriptors).filter(([code]) => known.has(code)),
      ),
    },
  ]);
  return { ...changed, scale: { ...draft.scale, levels } };
}
