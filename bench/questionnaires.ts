import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { DefinitionSchema, type Definition, type Item } from "~/domain/questionnaire/definition";

const read = (key: string): Definition =>
  DefinitionSchema.parse(parse(readFileSync(`db/questionnaires/${key}/v1.yaml`, "utf8")));

/** Eighty statements of real length, in sections of twelve. */
const STATEMENTS = 80;
const PER_SECTION = 12;

/** As the Core Standards are answered: levels, words, a headline for each section. */
export function inSections(): Definition {
  const standards = read("mainstream-core-standards");
  return {
    ...standards,
    key: "bench-sections",
    title: "Bench, in sections",
    sections: sectionsOf(),
  };
}

/** As asthma is answered: everything on one page, the first dozen starred. */
export function onOnePage(): Definition {
  const asthma = read("asthma-friendly");
  return {
    ...asthma,
    key: "bench-one-page",
    title: "Bench, on one page",
    sections: sectionsOf({ starred: true }),
  };
}

function sectionsOf({ starred = false } = {}): Definition["sections"] {
  const items = ["mainstream-core-standards", "inclusion-toolkit"]
    .flatMap((key) => read(key).sections.flatMap((section) => section.items))
    .slice(0, STATEMENTS);
  const [model] = read("mainstream-core-standards").sections;
  const count = Math.ceil(items.length / PER_SECTION);
  return Array.from({ length: count }, (_, index) => ({
    title: `Bench section ${index + 1}`,
    key: String(index + 1),
    looksLike: model?.looksLike ?? null,
    part: null,
    levels: [],
    items: items
      .slice(index * PER_SECTION, (index + 1) * PER_SECTION)
      .map((item, place) => placed(item, `${index + 1}.${place + 1}`, starred && index === 0)),
  }));
}

/** The same statement under a key of its place, for every school; on one page levels have no texts. */
function placed(item: Item, key: string, starter: boolean): Item {
  return { ...item, key, starter, descriptors: {}, phases: [], types: [], related: [] };
}
