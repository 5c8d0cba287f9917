import type { Definition, Derived, Field, Item, Section } from "~/domain/questionnaire/definition";
import { levelsOf, type PlacedItem } from "~/domain/questionnaire/definition-lookup";
import type { Side } from "./compare-thing";
import type { ComparedText } from "./word-runs";

const wording = (label: string, text: string): ComparedText => ({ label, text, weight: "wording" });
const guidance = (label: string, text: string | null): ComparedText => ({
  label,
  text: text ?? "",
  weight: "guidance",
});
const listed = (values: readonly string[], none: string): string =>
  values.length === 0 ? none : values.join(", ");
const yes = (holds: boolean): string => (holds ? "Yes" : "No");

/** All that a statement says, by what a change of it means to a school that answered. */
export function statementSide(definition: Definition, { section, item }: PlacedItem): Side {
  return {
    key: item.key,
    title: item.short,
    texts: [
      wording("Statement", item.statement),
      ...descriptorTexts(definition, item),
      guidance("Short name", item.short),
      guidance("Help", item.help),
      guidance("Evidence", item.evidence),
      guidance("Phases", listed(item.phases, "every phase")),
      guidance("Types of school", listed(item.types, "every type")),
      guidance("Section", section.key),
      guidance("Related", listed(item.related, "none")),
      guidance("Starred", yes(item.starter)),
      guidance("Entry point", yes(item.entry)),
      { label: "Levels open", text: openLevels(section), weight: "scale" },
    ],
  };
}

const openLevels = (section: Section): string => listed(section.levels, "all of the scale");

function descriptorTexts(definition: Definition, item: Item): ComparedText[] {
  const name = (code: string) =>
    definition.scale.levels.find((level) => level.code === code)?.name ?? code;
  return Object.entries(item.descriptors).map(([code, text]) =>
    wording(`What ${code} ${name(code)} looks like`, text),
  );
}

/**
 * A section; its statements are compared by themselves. `stayed`: keys that stand in it in both versions, so that one
 * added or removed is not told twice, as another order too.
 */
export function sectionSide(
  definition: Definition,
  { section, stayed }: { section: Section; stayed: ReadonlySet<string> },
): Side {
  const order = section.items.map(({ key }) => key).filter((key) => stayed.has(key));
  const headlines = levelsOf(definition, section).filter(({ counts }) => counts);
  return {
    key: section.key,
    title: section.title,
    texts: [
      wording("Title", section.title),
      guidance("What it looks like", section.looksLike),
      guidance("Part", section.part),
      guidance("Order of statements", order.join(", ")),
      { label: "Levels open", text: openLevels(section), weight: "guidance" },
      guidance("Levels for the headline", headlines.map(({ code }) => code).join(", ")),
    ],
  };
}

export const fieldSide = (field: Field): Side => ({
  key: field.key,
  title: field.label,
  texts: [
    wording("Label", field.label),
    guidance("Hint", field.hint),
    guidance("Required", yes(field.required)),
    { label: "Kind", text: field.kind, weight: "scale" },
  ],
});

/** A share is worked out and holds no answer: whatever changes is guidance. */
export const shareSide = (share: Derived): Side => ({
  key: share.key,
  title: share.label,
  texts: [
    guidance("Label", share.label),
    guidance("Part", share.part),
    guidance("Whole", share.whole),
    guidance("Threshold", share.threshold ?? "none"),
  ],
});

/** What stands outside sections, scale and fields. */
export function aboutTexts(definition: Definition): ComparedText[] {
  const { settings } = definition;
  return [
    guidance("Title", definition.title),
    guidance("Code", definition.code),
    guidance("Introduction", definition.introduction),
    guidance("Source", definition.sourceNote),
    guidance("Sections are summed up", yes(settings.sectionSummary)),
    guidance("Duties are asked", yes(settings.askDuties)),
    guidance("Needed to sign", settings.needed),
    guidance("Order of sections", definition.sections.map(({ key }) => key).join(", ")),
  ];
}
