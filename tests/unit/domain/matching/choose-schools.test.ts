import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chosenWords, notChosenWords } from "~/domain/matching/choice-words";
import { chooseSchools, type ChoosingRules } from "~/domain/matching/choose-schools";
import { visitsOnOffer, type SchoolForMatching } from "~/domain/matching/facts";
import { seededRandom } from "~/domain/matching/seeded-random";
import { aReviewer, aSchool } from "~tests/support/factories/matching";

const OFF: ChoosingRules = {
  handPicked: [],
  askedForIt: false,
  longestWithout: null,
  sampleByDistrict: null,
};

const school = (schoolId: string, facts: Partial<SchoolForMatching> = {}): SchoolForMatching =>
  aSchool({ schoolId, name: schoolId, askedForIt: false, ...facts });

const schools = [
  school("ash", { lastVisitedOn: "2024-03-01" }),
  school("beech", { askedForIt: true, lastVisitedOn: "2025-03-01" }),
  school("cedar", { askedForIt: true, district: "Dover" }),
  school("elm", { district: "Dover" }),
  school("fir", { lastVisitedOn: "2023-03-01" }),
];

const choose = (capacity: number, rules: Partial<ChoosingRules>) => {
  const { chosen, left } = chooseSchools(schools, { capacity, rules: { ...OFF, ...rules } });
  return {
    chosen: chosen.map((one) => [one.school.name, chosenWords(one.because)]),
    left: left.map((one) => [one.school.name, notChosenWords(one.because)]),
  };
};

describe("schools are chosen", () => {
  it("by hand first, then those who asked, then those longest without, each with its reason", () => {
    const rules = { handPicked: ["fir"], askedForIt: true, longestWithout: { most: 1 } };
    expect(choose(4, rules)).toEqual({
      chosen: [
        ["fir", "Picked by hand"],
        ["cedar", "Asked for a visit, and has had none"],
        ["beech", "Asked for a visit, and has had none since 1 March 2025"],
        ["elm", "Longest without: has had none"],
      ],
      left: [["ash", "Did not ask, and is not in this choice"]],
    });
  });

  it("only as many as there are visits; the others stand in line", () => {
    const rules = { askedForIt: true, longestWithout: { most: null } };
    expect(choose(3, rules)).toEqual({
      chosen: [
        ["cedar", "Asked for a visit, and has had none"],
        ["beech", "Asked for a visit, and has had none since 1 March 2025"],
        ["elm", "Longest without: has had none"],
      ],
      left: [
        ["fir", "Number 1 in line: more schools than visits"],
        ["ash", "Number 2 in line: more schools than visits"],
      ],
    });
  });

  it("by lot, so that the same seed draws the same", () => {
    const draw = (seed: string) =>
      choose(5, { sampleByDistrict: { most: 3, random: seededRandom(seed) } }).chosen;
    expect(draw("spring")).toEqual(draw("spring"));
    expect(draw("spring")).toHaveLength(3);
    const draws = new Set(
      Array.from({ length: 20 }, (_, at) => JSON.stringify(draw(`seed ${at}`))),
    );
    expect(draws.size).toBeGreaterThan(3);
  });

  it("from each district in proportion, wherever the line is cut", () => {
    const county = fc.array(fc.constantFrom("Ashford", "Dover", "Swale"), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(county, fc.nat(), fc.nat(40), (districts, seed, capacity) => {
        const all = districts.map((district, at) => school(`school ${at}`, { district }));
        const random = seededRandom(String(seed));
        const rules = { ...OFF, sampleByDistrict: { most: null, random } };
        const { chosen, left } = chooseSchools(all, { capacity, rules });
        expect(chosen).toHaveLength(Math.min(capacity, all.length));
        expect(new Set([...chosen, ...left].map((one) => one.school)).size).toBe(all.length);
        for (const district of new Set(districts)) {
          const share = districts.filter((one) => one === district).length / districts.length;
          const drawn = chosen.filter((one) => one.school.district === district).length;
          expect(Math.abs(drawn - share * chosen.length)).toBeLessThan(2);
        }
      }),
    );
  });
});

describe("the visits on offer", () => {
  const offering = (...places: number[]) =>
    visitsOnOffer(
      places.map((visitsOffered, at) => aReviewer({ userId: `r${at}`, visitsOffered })),
    );

  it("are half the places, as nobody goes twice to one school", () => {
    expect(offering(2, 2, 2)).toBe(3);
    expect(offering(2, 2, 1)).toBe(2);
    expect(offering(9, 1, 1)).toBe(2);
    expect(offering(9)).toBe(0);
    expect(offering()).toBe(0);
  });
});
