import type {
  PrintedSignOff,
  Snapshot,
  SnapshotItem,
  SnapshotSection,
} from "~/domain/submission/snapshot";
import type { SignOffKind } from "~/domain/submission/states";

type Level = Snapshot["levels"][number];

const step = (code: string, name: string, steps: number): Level => ({
  code,
  name,
  meaning: `${name} means what the owner says it means.`,
  shortcut: code,
  steps,
  mark: "steps",
  counts: true,
  asks: null,
});

const away: Level = {
  code: "N",
  name: "Does not apply to us",
  meaning: "With a reason.",
  shortcut: "N",
  steps: 0,
  mark: "none",
  counts: false,
  asks: "Why does it not apply?",
};

export const TOOLKIT_LEVELS: Level[] = [
  step("1", "Starting", 1),
  step("2", "Developing", 2),
  step("3", "Established", 3),
  step("4", "Sharing", 4),
  away,
];

export const ASTHMA_LEVELS: Level[] = [
  { ...step("1", "Yes", 0), mark: "tick" },
  { ...step("2", "Partly", 0), mark: "half" },
  { ...step("3", "No", 0), mark: "cross" },
  { ...away, name: "Not applicable" },
];

const SUBJECTS = [
  "Shared vision",
  "Clear roles",
  "Planning together",
  "Telling parents",
  "Early notice",
  "Fair shares",
  "Quiet places",
];

/** One statement, invented for tests. */
export function anItem(overrides: Partial<SnapshotItem> & { key: string }): SnapshotItem {
  const place = overrides.key.charCodeAt(overrides.key.length - 1);
  return {
    short: SUBJECTS[place % SUBJECTS.length] ?? "Shared vision",
    statement: `Adults agree how statement ${overrides.key} looks in an ordinary week, and pupils would recognise it.`,
    level: "3",
    commentary:
      "Teachers plan for the whole class first. Pupils can say what helps them, and families hear early when something changes.",
    whereSeen: "Planning folder, governors’ visit notes, autumn term",
    duties: [],
    duty: null,
    dutyNote: "",
    helpWanted: false,
    entry: false,
    starter: false,
    ...overrides,
  };
}

const TITLES = [
  "Leadership, ethos and governance",
  "Inclusive teaching and learning",
  "Assessment and identification",
  "Working with pupils, parents and carers",
  "Monitoring, tracking and evaluation",
  "Effective use of resources",
  "Developing expertise and provision",
  "Inclusive outcomes",
  "Transition and preparation for adulthood",
];

function aSection(letter: string, title: string, count: number): SnapshotSection {
  const items = Array.from({ length: count }, (_, index) => {
    const key = `${letter}${index + 1}`;
    const spread = (letter.charCodeAt(0) * 7 + index * 5) % 11;
    const level = spread < 1 ? "1" : spread < 5 ? "2" : spread < 10 ? "3" : "4";
    const asked = index % 3 === 0;
    return anItem({
      key,
      level,
      duties: asked
        ? [{ kind: "must", source: "Invented Schools Act 2001, section 4", checked: index > 0 }]
        : index === 1
          ? [{ kind: "local", source: "Invented standard 2", checked: true }]
          : [],
      duty: asked ? (spread < 2 ? "partly" : "yes") : null,
      dutyNote:
        asked && spread < 2
          ? "The published plan is a year old and is being rewritten with parents."
          : "",
      helpWanted: level === "1",
    });
  });
  return {
    key: letter,
    title,
    part: null,
    headline: items.length > 5 ? "3" : "2",
    commentary: "Learning walks, pupil interviews and the spring survey say the same.",
    items,
  };
}

/** A whole Toolkit of fifty invented statements, as frozen at signing. */
export function aSnapshot(overrides: Partial<Snapshot> = {}): Snapshot {
  const counts = [6, 6, 5, 6, 5, 5, 6, 6, 5];
  return {
    schemaVersion: 1,
    reference: "IT26-900412-1-7KQD",
    number: 1,
    demonstration: true,
    questionnaire: {
      key: "inclusion-toolkit",
      title: "Inclusion Toolkit",
      version: 1,
      sha256: "0".repeat(64),
      sourceNote: "A working set written for this service; the owner can load its own text.",
      owner: "Wealdshire Council",
      ownerLabel: "Wealdshire",
      sectionSummary: true,
      needed: "all",
    },
    levels: TOOLKIT_LEVELS,
    round: {
      title: "Inclusion Toolkit self-review, 2026 to 2027",
      finalDeadline: "2027-01-22",
      rolling: false,
    },
    school: {
      urn: "900412",
      name: "Marsh Lane Primary School",
      dfeNumber: "999/2041",
      localAuthority: "Wealdshire",
      district: "Eastmarsh",
      phase: "Primary",
      ages: "4 to 11",
      type: "Community school",
    },
    applicability: { phases: ["P"], types: ["maintained"] },
    sections: TITLES.map((title, index) =>
      aSection(String.fromCharCode(65 + index), title, counts[index] ?? 5),
    ),
    fields: [],
    derived: [],
    actions: [
      {
        itemKey: "C5",
        title: "An accurate SEN list",
        leadRole: "SENCO",
        term: "2026-27 Term 4",
      },
      {
        itemKey: "E2",
        title: "An end date for every intervention",
        leadRole: "Deputy headteacher",
        term: "2026-27 Term 2",
      },
      {
        itemKey: null,
        title: "Costing provision by need",
        leadRole: "Business manager",
        term: "2026-27 Term 6",
      },
    ],
    changes: {
      since: "2025-12-04",
      furtherOn: ["D4", "E1", "F5"],
      back: ["A1"],
      same: ["B1", "B2"],
    },
    visibility: [
      "The school’s own team and its governors may read this copy.",
      "Officers of Wealdshire Council may read it.",
      "Assigned reviewers may read it from five working days before a visit until the visit closes.",
    ],
    ...overrides,
  };
}

/** The same with Yes, Partly, No and no section headlines. */
export function anAsthmaSnapshot(overrides: Partial<Snapshot> = {}): Snapshot {
  const base = aSnapshot();
  const section = (key: string, title: string, first: number): SnapshotSection => ({
    key,
    title,
    part: null,
    headline: null,
    commentary: "",
    items: Array.from({ length: 5 }, (_, index) =>
      anItem({
        key: `${key}${index + 1}`,
        level: index === 4 ? null : index === 3 && first > 0 ? "2" : "1",
        entry: index === 0 && first < 6,
        starter: index < 2 && first < 6,
        duties:
          index === 1
            ? [{ kind: "must", source: "Invented Health Act 2003, section 9", checked: true }]
            : [],
      }),
    ),
  });
  const titles = [
    "Leadership and policy",
    "Register and consent",
    "Plans",
    "Inhalers",
    "Medicines",
    "Training",
    "Taking part",
  ];
  return {
    ...base,
    reference: "AF26-900412-1-2MWX",
    questionnaire: {
      ...base.questionnaire,
      key: "asthma-friendly",
      title: "Asthma Friendly Schools",
      sectionSummary: false,
      needed: "starters",
    },
    levels: ASTHMA_LEVELS,
    round: null,
    sections: titles.map((title, index) => section(String.fromCharCode(65 + index), title, index)),
    fields: [
      { key: "pupilsOnRoll", label: "Pupils on roll", kind: "count", value: "210" },
      { key: "policyApproved", label: "Policy last approved", kind: "date", value: "2026-09-04" },
      { key: "leadName", label: "Asthma lead", kind: "text", value: "" },
    ],
    derived: [
      {
        key: "withPlan",
        label: "Pupils on the register with a current plan",
        part: 16,
        whole: 18,
        percent: 89,
        threshold: null,
      },
      {
        key: "trained",
        label: "Staff trained in the period",
        part: 25,
        whole: 31,
        percent: 81,
        threshold: 85,
      },
    ],
    changes: null,
    ...overrides,
  };
}

/** The head's and the link governor's signatures. */
export function signOffs(): (PrintedSignOff & { kind: SignOffKind })[] {
  return [
    {
      name: "Margaret Ellis",
      title: "headteacher",
      kind: "signed",
      declaration: "To the best of my knowledge it is a fair account.",
      signedAt: new Date("2026-12-10T15:26:00Z"),
    },
    {
      name: "Joan Whitfield",
      title: "link governor",
      kind: "countersigned",
      declaration: "I have read it and discussed it with the headteacher.",
      signedAt: new Date("2026-12-14T18:03:00Z"),
    },
  ];
}
