import type {
  Definition,
  Item,
  Phase,
  SchoolType,
  Section,
} from "~/domain/questionnaire/definition";

/**
 * What a school confirmed at the start and is pinned on its response. Empty `phases` or `types`: not known,
 * so nothing is left out on their account. `sections` null: the whole questionnaire.
 */
export type Applicability = {
  phases: readonly Phase[];
  types: readonly SchoolType[];
  sections: readonly string[] | null;
};

/** A section with the statements that apply and those that do not, with why. */
export type AppliedSection = {
  section: Section;
  items: Item[];
  notApplicable: { item: Item; why: "phase" | "type" }[];
};

/**
 * The chosen sections in order (design.md section 5). A section without any statement that applies stays in the
 * list, with `items` empty, so that the school can be told.
 */
export function itemsThatApply(
  definition: Definition,
  applicability: Applicability,
): AppliedSection[] {
  const { sections } = applicability;
  return definition.sections
    .filter((section) => sections === null || sections.includes(section.key))
    .map((section) => applySection(section, applicability));
}

function applySection(section: Section, applicability: Applicability): AppliedSection {
  const judged = section.items.map((item) => ({ item, why: whyNot(item, applicability) }));
  return {
    section,
    items: judged.filter(({ why }) => why === null).map(({ item }) => item),
    notApplicable: judged.flatMap(({ item, why }) => (why === null ? [] : [{ item, why }])),
  };
}

function whyNot(item: Item, { phases, types }: Applicability): "phase" | "type" | null {
  if (!overlaps(item.phases, phases)) return "phase";
  if (!overlaps(item.types, types)) return "type";
  return null;
}

/** Whether two lists meet; an empty one on either side stands for everything. */
export function overlaps<T>(meant: readonly T[], has: readonly T[]): boolean {
  if (meant.length === 0 || has.length === 0) return true;
  return meant.some((one) => has.includes(one));
}
