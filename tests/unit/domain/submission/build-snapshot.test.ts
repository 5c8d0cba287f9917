import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalSnapshot, parseSnapshot } from "~/domain/submission/canonical-snapshot";
import { compareSnapshots } from "~/domain/submission/compare-snapshots";
import { ANSWERS, aSnapshot } from "./a-snapshot";

describe("a snapshot", () => {
  const snapshot = aSnapshot();
  const items = snapshot.sections.flatMap((section) => section.items);

  it("holds the wording shown and the answers that apply", () => {
    expect(items.map((item) => item.key)).toEqual(["A1", "B1", "B2"]);
    expect(items[0]).toMatchObject({
      statement: "Statement A1.",
      level: "3",
      commentary: "Every class has one.",
      whereSeen: "Staff room",
      duty: "partly",
      dutyNote: "By Term 4.",
      starter: true,
    });
    expect(snapshot.sections[0]).toMatchObject({ headline: "3", commentary: "Walks and plans." });
    expect(snapshot.questionnaire).toMatchObject({ title: "Small Questionnaire", version: 1 });
  });

  it("holds the duties in force at signing and no others", () => {
    const duty = { kind: "must", source: "An act, section 1", checked: true };
    expect(items.map((item) => item.duties)).toEqual([[duty], [], []]);
  });

  it("holds the numbers and the shares worked out from them", () => {
    expect(snapshot.fields).toContainEqual(expect.objectContaining({ key: "staff", value: "20" }));
    const share = { key: "training", label: "Staff trained", part: 17, whole: 20 };
    expect(snapshot.derived).toEqual([{ ...share, percent: 85, threshold: 85 }]);
  });

  it("holds actions by role and term, and nothing of what stays inside", () => {
    expect(snapshot.actions).toEqual([
      { itemKey: "B1", title: "Train two more", leadRole: "SENCO", term: "2026-27 Term 4" },
    ]);
    expect(canonicalSnapshot(snapshot)).not.toMatch(/toConfirm|assign|Tom Okafor/);
  });

  it("leaves out a duty's answer where it is no longer asked", () => {
    const answers = {
      ...ANSWERS,
      A1: { level: "N", commentary: "None here", duty: "no" as const },
    };
    const [first] = aSnapshot({ answers }).sections.flatMap((section) => section.items);
    expect(first).toMatchObject({ level: "N", duty: null, dutyNote: "" });
  });
});

describe("its text", () => {
  it("does not depend on the order of the answers", () => {
    const text = canonicalSnapshot(aSnapshot());
    const anyOrder = fc.shuffledSubarray(Object.keys(ANSWERS), {
      minLength: Object.keys(ANSWERS).length,
    });
    fc.assert(
      fc.property(anyOrder, (order) => {
        expect(canonicalSnapshot(aSnapshot({ order }))).toBe(text);
      }),
    );
  });

  it("changes when one answer does", () => {
    const answers = { ...ANSWERS, B2: { level: "1" } };
    expect(canonicalSnapshot(aSnapshot({ answers }))).not.toBe(canonicalSnapshot(aSnapshot()));
  });

  it("reads back to the same snapshot and the same text", () => {
    const text = canonicalSnapshot(aSnapshot());
    expect(parseSnapshot(text)).toEqual(aSnapshot());
    expect(canonicalSnapshot(parseSnapshot(text))).toBe(text);
  });

  it("carries any words a person may write", () => {
    const anyWords = fc.string({ unit: "grapheme", maxLength: 60 });
    fc.assert(
      fc.property(anyWords, (commentary) => {
        const answers = { ...ANSWERS, B2: { level: "2", commentary } };
        const back = parseSnapshot(canonicalSnapshot(aSnapshot({ answers })));
        expect(back.sections[1]?.items[1]?.commentary).toBe(commentary);
      }),
    );
  });
});

describe("what changed since the last signed copy", () => {
  const next = { ...ANSWERS, A1: { level: "2" }, B1: { level: "2" } };

  it("counts statements further on, back and the same", () => {
    const previous = { since: "16 December 2025", snapshot: aSnapshot() };
    const { changes } = aSnapshot({ answers: next, previous, number: 2 });
    expect(changes).toEqual({
      since: "16 December 2025",
      furtherOn: ["B1"],
      back: ["A1"],
      same: ["B2"],
    });
  });

  it("leaves out what went out of the count", () => {
    const later = aSnapshot({ answers: { ...ANSWERS, A1: { level: "N" }, B2: {} } });
    const moved = { furtherOn: [], back: [], same: ["B1"] };
    expect(compareSnapshots(aSnapshot(), later)).toEqual(moved);
  });

  it("says nothing of another questionnaire or the first copy", () => {
    const first = aSnapshot();
    const other = { ...first, questionnaire: { ...first.questionnaire, key: "other" } };
    expect(compareSnapshots(other, first)).toBeNull();
    expect(first.changes).toBeNull();
  });

  it("turns round when the copies do", () => {
    const anyLevels = fc.record({
      A1: fc.constantFrom("1", "2", "3", "4", "N", null),
      B1: fc.constantFrom("1", "2", null),
    });
    const copy = ({ A1, B1 }: { A1: string | null; B1: string | null }) =>
      aSnapshot({ answers: { ...ANSWERS, A1: { level: A1 }, B1: { level: B1 } } });
    fc.assert(
      fc.property(anyLevels, anyLevels, (one, other) => {
        const forth = compareSnapshots(copy(one), copy(other));
        const back = compareSnapshots(copy(other), copy(one));
        expect(forth?.furtherOn).toEqual(back?.back);
        expect(forth?.same).toEqual(back?.same);
      }),
      { numRuns: 40 },
    );
  });
});
