import type { Definition, Item } from "~/domain/questionnaire/definition";

/** A statement of the invented questionnaire, for every phase and type unless said. */
export function anItem(over: Partial<Item> & { key: string }): Item {
  return {
    short: `About ${over.key}`,
    statement: `Everyone at school knows what ${over.key} asks of them.`,
    descriptors: {},
    help: null,
    evidence: "Plan, conversations",
    phases: [],
    types: [],
    duties: [],
    entry: false,
    starter: false,
    related: [],
    ...over,
  };
}

const levels: Definition["scale"]["levels"] = ["Starting", "Developing", "Established"].map(
  (name, index) => ({
    code: String(index + 1),
    name,
    meaning: `${name}, as the test questionnaire has it.`,
    shortcut: String(index + 1),
    steps: index + 1,
    mark: "steps",
    counts: true,
    asks: null,
  }),
);

/**
 * A small invented questionnaire with each feature once: two sections (A1 A2 A3, B1 B2), a legal duty on A1,
 * a statement for secondary phases only (B2), Sharing that asks for words, "does not apply" that asks why, and
 * two number fields with the share worked out from them.
 */
export function aDefinition(over: Partial<Definition> = {}): Definition {
  return {
    schemaVersion: 1,
    key: "test-questionnaire",
    title: "Test questionnaire",
    code: "TQ",
    sourceNote: "Invented for tests.",
    introduction: "Choose a level for each statement.",
    scale: {
      key: "toolkit",
      title: "Where is your school now?",
      levels: [
        ...levels,
        {
          code: "4",
          name: "Sharing",
          meaning: "Established over time, and shared beyond the school.",
          shortcut: "4",
          steps: 4,
          mark: "steps",
          counts: true,
          asks: "What changed for pupils, and who outside your school uses it?",
        },
        {
          code: "N",
          name: "Does not apply to us",
          meaning: "With a reason. It is left out of the count.",
          shortcut: "N",
          steps: 0,
          mark: "none",
          counts: false,
          asks: "Why does it not apply to you?",
        },
      ],
    },
    settings: { sectionSummary: true, askDuties: true, needed: "all" },
    fields: [
      { key: "staff", label: "Staff", kind: "count", hint: null, required: true },
      { key: "trained", label: "Staff trained", kind: "count", hint: null, required: true },
      { key: "lead", label: "Lead's role", kind: "text", hint: null, required: false },
    ],
    derived: [
      {
        key: "trainedShare",
        label: "Share of staff trained",
        part: "trained",
        whole: "staff",
        threshold: "training",
      },
    ],
    sections: [
      {
        key: "A",
        title: "Leading",
        looksLike: "Established looks like: leaders act alike.",
        part: null,
        levels: [],
        items: [
          anItem({
            key: "A1",
            short: "A policy in order",
            duties: [
              {
                kind: "must",
                source: "An Act of 2014, section 1",
                from: null,
                to: null,
                types: [],
                checked: true,
              },
            ],
          }),
          anItem({ key: "A2", descriptors: { "1": "Begun.", "4": "Others learn from us." } }),
          anItem({ key: "A3" }),
        ],
      },
      {
        key: "B",
        title: "Teaching",
        looksLike: null,
        part: null,
        levels: [],
        items: [anItem({ key: "B1" }), anItem({ key: "B2", phases: ["S", "16"] })],
      },
    ],
    changeNotes: "First version.",
    ...over,
  };
}
