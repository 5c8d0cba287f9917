import fc from "fast-check";
import type {
  Definition,
  Field,
  Item,
  Level,
  Scale,
  Section,
} from "~/domain/questionnaire/definition";

/** Questionnaires made up by a generator, for property tests: every one holds together (`checkDefinition`). */

const WORDS = (
  "staff pupils families plans support classroom learning teachers practice training review " +
  "reading meeting together morning outcomes evidence careful regular shared weekly helpful"
).split(" ");

const words = (least: number, most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...WORDS), { minLength: least, maxLength: most })
    .map((chosen) => chosen.join(" "));
/** Words as people paste them: marks that a spreadsheet takes for a formula, quotes, line breaks, other alphabets. */
const awkward = fc.oneof(
  words(3, 12),
  fc.constantFrom(
    "=1+1",
    "+44 1234",
    "-",
    "@home",
    "'quoted",
    "'=x",
    '"a", b; c',
    "a\nb",
    "Ysgol – “ŵ”",
    "10% | 2",
  ),
);

const levelsOf = (count: number, reversed: boolean): Level[] =>
  Array.from({ length: count }, (_, place) => ({
    code: String(place + 1),
    name: `Level ${["one", "two", "three", "four", "five"][place] ?? ""}`,
    meaning: `What is usual at ${place + 1}.`,
    shortcut: String(place + 1),
    steps: reversed ? count - place : place + 1,
    mark: count === 5 ? ("fifths" as const) : ("steps" as const),
    counts: true,
    asks: place === count - 1 ? "How do you know?" : null,
  }));

const NOT_OURS: Level = {
  ...{ code: "N", name: "Does not apply to us", meaning: "With a reason.", shortcut: "N" },
  ...{ steps: 0, mark: "none", counts: false, asks: "Why does it not apply to you?" },
};

const generatedScale: fc.Arbitrary<Scale> = fc
  .record({ count: fc.integer({ min: 2, max: 5 }), reversed: fc.boolean(), n: fc.boolean() })
  .map(({ count, reversed, n }) => ({
    key: "own-scale",
    title: "How usual is this?",
    levels: [...levelsOf(count, reversed), ...(n ? [NOT_OURS] : [])],
  }));

const content = fc.record({
  short: words(2, 4),
  statement: awkward,
  help: fc.option(awkward),
  evidence: words(1, 4),
  phases: fc.subarray(["EY", "P", "S", "16", "SP", "AP"] as const, { maxLength: 2 }),
  types: fc.subarray(["maintained", "academy", "special"] as const, { maxLength: 1 }),
  starter: fc.boolean(),
  described: fc.boolean(),
  description: awkward,
});

type Content = typeof content extends fc.Arbitrary<infer T> ? T : never;

function itemOf(key: string, made: Content, scale: Scale): Item {
  const { short, statement, help, evidence, phases, types, starter } = made;
  const described = made.described ? scale.levels.filter(({ counts }) => counts) : [];
  return {
    ...{ key, short, statement, help, evidence, phases, types, starter },
    descriptors: Object.fromEntries(described.map(({ code }) => [code, made.description])),
    duties: [],
    entry: false,
    related: [],
  };
}

const LETTERS = ["A", "B", "C", "D"];
const FIELDS: Field[] = [
  { key: "pupilsOnRoll", label: "Pupils on roll", kind: "count", hint: null, required: true },
  { key: "withPlan", label: "With a plan", kind: "count", hint: "Numbers only", required: false },
  { key: "policyOn", label: "Policy agreed on", kind: "date", hint: null, required: false },
];

/** A first version of a questionnaire: one to four sections of one to five statements. */
export const generatedQuestionnaire: fc.Arbitrary<Definition> = fc
  .record({
    scale: generatedScale,
    sections: fc.array(
      fc.record({
        title: words(2, 5),
        looksLike: fc.option(awkward),
        items: fc.array(content, { minLength: 1, maxLength: 5 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    fields: fc.integer({ min: 0, max: 3 }),
    title: words(2, 4),
    introduction: awkward,
    sectionSummary: fc.boolean(),
  })
  .map(({ scale, sections, fields, title, introduction, sectionSummary }) => ({
    schemaVersion: 1,
    key: "made-up",
    title,
    code: "MU",
    sourceNote: "Made up for a test.",
    introduction,
    scale,
    settings: { sectionSummary, askDuties: false, needed: "all" },
    fields: FIELDS.slice(0, fields),
    derived:
      fields < 2
        ? []
        : [
            {
              key: "planShare",
              label: "With a plan",
              part: "withPlan",
              whole: "pupilsOnRoll",
              threshold: null,
            },
          ],
    sections: sections.map((section, place) => sectionOf(LETTERS[place] ?? "Z", section, scale)),
    changeNotes: "First version.",
  }));

type MadeSection = { title: string; looksLike: string | null; items: Content[] };

function sectionOf(key: string, { title, looksLike, items }: MadeSection, scale: Scale): Section {
  return {
    ...{ key, title, looksLike, part: null, levels: [] },
    items: items.map((made, place) => itemOf(`${key}${place + 1}`, made, scale)),
  };
}
