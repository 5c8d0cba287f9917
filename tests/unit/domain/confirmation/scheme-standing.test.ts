import { describe, expect, it } from "vitest";
import { schemeStanding } from "~/domain/confirmation/scheme-standing";
import { aSnapshot } from "~tests/support/a-snapshot";
import type { Snapshot } from "~/domain/submission/snapshot";

const LEVELS: Snapshot["levels"] = [
  {
    code: "3",
    name: "Yes",
    meaning: "",
    shortcut: "Y",
    steps: 3,
    mark: "tick",
    counts: true,
    asks: null,
  },
  {
    code: "2",
    name: "Partly",
    meaning: "",
    shortcut: "P",
    steps: 2,
    mark: "half",
    counts: true,
    asks: null,
  },
  {
    code: "N",
    name: "Not applicable",
    meaning: "",
    shortcut: "A",
    steps: 0,
    mark: "none",
    counts: false,
    asks: null,
  },
];

/** A copy with these answers to its points, and one statement that is no point. */
function copy(points: Record<string, string | null>, over: Partial<Snapshot> = {}): Snapshot {
  const [section] = aSnapshot().sections;
  const [item] = section?.items ?? [];
  if (section === undefined || item === undefined) throw new Error("The snapshot has no statement");
  const items = Object.entries(points).map(([key, level]) => ({
    ...item,
    key,
    short: `Point ${key}`,
    level,
    entry: true,
  }));
  const other = { ...item, key: "Z9", level: "2", entry: false };
  const sections = [{ ...section, items: [...items, other] }];
  return { ...aSnapshot(), levels: LEVELS, fields: [], derived: [], sections, ...over };
}

const share = (part: number | null, whole: number | null, threshold: number | null = 85) => ({
  key: "trainingShare",
  label: "Of staff trained",
  part,
  whole,
  percent: null,
  threshold,
});
const missing = (snapshot: Snapshot, trainingGate = false) =>
  schemeStanding(snapshot, { trainingGate }).missing.map(({ key }) => key);

describe("what a signed copy says of a scheme", () => {
  it("is that all points are met when each is Yes", () => {
    expect(schemeStanding(copy({ A1: "3", F1: "3" }), { trainingGate: false })).toMatchObject({
      points: 2,
      missing: [],
    });
  });

  it("is exactly which are missing: Partly, not applicable and unanswered are not met", () => {
    expect(missing(copy({ A1: "2", A2: "3", B1: "N", F1: null }))).toEqual(["A1", "B1", "F1"]);
  });

  it.each([
    ["a share that is reached exactly", share(17, 20), []],
    ["a share just short of it", share(846, 1000), ["training"]],
    ["a share without its numbers", share(null, 20), ["training"]],
    ["a share of nobody", share(0, 0), ["training"]],
    ["a share that nothing is asked of", share(1, 20, null), []],
  ])("counts %s where the round makes training a gate", (_, derived, expected) => {
    const snapshot = copy({ A1: "3" }, { derived: [derived] });
    expect(missing(snapshot, true)).toEqual(expected);
    expect(missing(snapshot)).toEqual([]);
  });

  it("names the lead and the day training lapses, however it was written", () => {
    const field = (key: string, value: string) => ({
      key,
      label: key,
      kind: "text" as const,
      value,
    });
    const fields = [
      field("leadName", " Owen Sandiford "),
      field("leadEmail", "owen@school.example"),
      field("trainingLapses", "4 9 2027"),
    ];
    expect(schemeStanding(copy({ A1: "3" }, { fields }), { trainingGate: false })).toMatchObject({
      lead: { name: "Owen Sandiford", email: "owen@school.example" },
      trainingLapses: "2027-09-04",
    });
  });
});
