import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { derivedShares, percentOf, readCount, spreadOf } from "~/domain/questionnaire/shares";
import { anAnswer } from "./a-review";
import { readTemplate } from "./read-template";

const toolkit = readTemplate("inclusion-toolkit").scale.levels;
const core = readTemplate("mainstream-core-standards").scale.levels;
const codes = fc.array(fc.constantFrom("1", "2", "3", "4", "R", "N", null), { maxLength: 80 });

describe("a percentage", () => {
  it("is whole, halves up, and none of nothing", () => {
    expect(percentOf(1, 3)).toBe(33);
    expect(percentOf(1, 8)).toBe(13);
    expect(percentOf(1, 200)).toBe(1);
    expect(percentOf(0, 5)).toBe(0);
    expect(percentOf(5, 5)).toBe(100);
    expect(percentOf(0, 0)).toBeNull();
  });
});

describe("a spread", () => {
  it("tells zero, outside the count and unanswered apart", () => {
    expect(spreadOf(toolkit, ["3", "3", "2", "N", null])).toEqual({
      levels: [
        { code: "1", name: "Starting", count: 0, percent: 0 },
        { code: "2", name: "Developing", count: 1, percent: 33 },
        { code: "3", name: "Established", count: 2, percent: 67 },
        { code: "4", name: "Sharing", count: 0, percent: 0 },
      ],
      outside: [{ code: "N", name: "Does not apply to us", count: 1 }],
      unanswered: 1,
      counted: 3,
    });
    expect(spreadOf(toolkit, []).levels.map((level) => level.percent)).toEqual(Array(4).fill(null));
  });

  it("keeps every share when something outside the count is added", () => {
    fc.assert(
      fc.property(codes, fc.constantFrom("N", "R"), (chosen, outside) => {
        const before = spreadOf(core, chosen);
        const after = spreadOf(core, [...chosen, outside]);
        expect(after.levels).toEqual(before.levels);
        expect(after.counted).toBe(before.counted);
      }),
    );
  });

  it("does not change with the order of the answers, and loses none", () => {
    fc.assert(
      fc.property(codes, (chosen) => {
        const spread = spreadOf(core, chosen);
        expect(spreadOf(core, [...chosen].reverse())).toEqual(spread);
        const outside = spread.outside.reduce((sum, level) => sum + level.count, 0);
        expect(spread.counted + outside + spread.unanswered).toBe(chosen.length);
      }),
    );
  });
});

describe("asthma's shares", () => {
  const asthma = readTemplate("asthma-friendly");
  const shares = (numbers: Record<string, string>, training: number | null = 85) => {
    const answers = Object.entries(numbers).map(([field, value]) => {
      const key = `field:${field}`;
      return [key, anAnswer(key, { value })] as const;
    });
    const found = derivedShares(asthma, new Map(answers), { training });
    return Object.fromEntries(found.map((share) => [share.key, share]));
  };

  it("are worked out from the numbers, with how many more reach the threshold", () => {
    const found = shares({
      pupilsOnRegister: "28",
      withPlan: "27",
      withConsent: "25",
      staffEmployed: "41",
      staffTrained: "33",
    });
    expect(found.planShare).toMatchObject({ percent: 96, threshold: null, short: null });
    expect(found.consentShare).toMatchObject({ percent: 89 });
    expect(found.trainingShare).toMatchObject({ percent: 80, threshold: 85, short: 2 });
  });

  it("never look reached before they are", () => {
    const near = shares({ staffEmployed: "1000", staffTrained: "849" });
    expect(near.trainingShare).toMatchObject({ percent: 84, short: 1 });
    const reached = shares({ staffEmployed: "1000", staffTrained: "850" });
    expect(reached.trainingShare).toMatchObject({ percent: 85, short: 0 });
  });

  it("are none of nothing, of a missing number, and of a part larger than the whole", () => {
    expect(shares({ pupilsOnRegister: "0", withPlan: "0" }).planShare?.percent).toBeNull();
    expect(shares({ withPlan: "3" }).planShare).toMatchObject({ percent: null, tooMany: false });
    expect(shares({ pupilsOnRegister: "3", withPlan: "4" }).planShare).toMatchObject({
      percent: null,
      tooMany: true,
    });
  });

  it("have nothing short where no threshold is set", () => {
    const found = shares({ staffEmployed: "41", staffTrained: "33" }, null);
    expect(found.trainingShare).toMatchObject({ percent: 80, threshold: null, short: null });
  });
});

describe("a number as typed", () => {
  it.each([
    ["312", 312],
    [" 1,204 ", 1204],
    ["1 204", 1204],
    ["0", 0],
    ["", null],
    ["-1", null],
    ["2.5", null],
    ["many", null],
    ["1234567", null],
  ])("%s", (typed, number) => {
    expect(readCount(typed)).toBe(number);
  });
});
