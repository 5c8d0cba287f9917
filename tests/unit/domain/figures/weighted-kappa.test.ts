import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  tableOfPairs,
  weightedKappa,
  type CountTable,
  type Kappa,
  type KappaWeights,
} from "~/domain/figures/weighted-kappa";

function kappaOf(table: CountTable, weights: KappaWeights): Kappa {
  const result = weightedKappa(table, { weights });
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

describe("weighted kappa", () => {
  // The printout of SAS PROC FREQ that statsmodels checks its own figures against
  // (statsmodels/stats/tests/test_inter_rater.py, TestWeightedCohens).
  it("gives SAS's figures for its table of 19", () => {
    const found = kappaOf(
      [
        [0, 4, 1],
        [0, 8, 0],
        [0, 1, 5],
      ],
      "linear",
    );
    expect(found.n).toBe(19);
    expect(found.kappa).toBeCloseTo(0.4701, 4);
    expect(found.standardError).toBeCloseTo(0.1457, 4);
    expect(found.interval?.low).toBeCloseTo(0.1845, 4);
    expect(found.interval?.high).toBeCloseTo(0.7558, 4);
  });

  // Hout, Duncan and Sobel's 91 couples, as the R package vcd prints Kappa(SexualFun): weighted 0.2374, ASE
  // 0.07832, confint 0.083883432 to 0.3908778.
  it("gives vcd's figures for the 91 couples", () => {
    const found = kappaOf(
      [
        [7, 7, 2, 3],
        [2, 8, 3, 7],
        [1, 5, 4, 9],
        [2, 8, 9, 14],
      ],
      "linear",
    );
    expect(found.n).toBe(91);
    expect(found.kappa).toBeCloseTo(0.2374, 4);
    expect(found.standardError).toBeCloseTo(0.07832, 5);
    expect(found.interval?.low).toBeCloseTo(0.083883432, 7);
    expect(found.interval?.high).toBeCloseTo(0.3908778, 7);
  });

  // The R package irr, kappa2 on columns 2 and 3 of its anxiety data, weights "equal" and "squared"; the category
  // neither used is left out, as irr does.
  it("gives irr's figures for 20 people rated twice", () => {
    const second = [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4];
    const third = [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2];
    const used = [1, 2, 3, 4, 6];
    const pairs = second.map(
      (one, at) => [used.indexOf(one), used.indexOf(third[at] ?? 0)] as const,
    );
    const table = tableOfPairs(pairs, used.length);
    expect(kappaOf(table, "linear").kappa).toBeCloseTo(0.1459075, 6);
    expect(kappaOf(table, "quadratic").kappa).toBeCloseTo(0.2520325, 6);
  });

  // Gwet, Handbook of Inter-Rater Reliability (2014), the 100 pregnancies of the R package irrCAC
  // (cont3x3abstractors): kappa with quadratic weights 0.8921569.
  it("gives irrCAC's figure for 100 pregnancies with quadratic weights", () => {
    const table = [
      [13, 0, 0],
      [0, 20, 7],
      [0, 4, 56],
    ];
    expect(kappaOf(table, "quadratic").kappa).toBeCloseTo(0.8921569, 6);
  });

  it("has an error close to what leaving each pair out in turn gives", () => {
    const table = [
      [22, 6, 2],
      [5, 31, 9],
      [1, 8, 36],
    ];
    for (const weights of ["linear", "quadratic"] as const) {
      const { standardError } = kappaOf(table, weights);
      expect(Math.abs(standardError / jackknife(table, weights) - 1)).toBeLessThan(0.05);
    }
  });

  it("is 1 without an interval where every pair agrees", () => {
    const found = kappaOf(
      [
        [4, 0],
        [0, 9],
      ],
      "linear",
    );
    expect(found).toMatchObject({ kappa: 1, standardError: 0, interval: null });
  });

  it("is not given where there is nothing, or one category only", () => {
    const empty = [
      [0, 0],
      [0, 0],
    ];
    const one = [
      [7, 0],
      [0, 0],
    ];
    expect(weightedKappa(empty, { weights: "linear" })).toEqual({
      ok: false,
      problem: { code: "nothing-judged-twice" },
    });
    expect(weightedKappa(one, { weights: "linear" })).toEqual({
      ok: false,
      problem: { code: "one-category" },
    });
  });

  it("throws for a table that is not square or does not hold counts", () => {
    expect(() => weightedKappa([[1, 2]], { weights: "linear" })).toThrow("square table");
    expect(() => weightedKappa([[0.5]], { weights: "linear" })).toThrow("square table");
    expect(() => tableOfPairs([[0, 3]], 3)).toThrow("Not a category");
  });

  const row = fc.array(fc.nat(30), { minLength: 3, maxLength: 3 });
  it("does not mind which of the two comes first, nor the direction of the scale", () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 3, maxLength: 3 }), (table) => {
        const turned = [0, 1, 2].map((i) => table.map((line) => line[i] ?? 0));
        const reversed = [...table].reverse().map((line) => [...line].reverse());
        for (const weights of ["linear", "quadratic"] as const) {
          const found = weightedKappa(table, { weights });
          const others = [turned, reversed].map((other) => weightedKappa(other, { weights }));
          for (const other of others) {
            expect(other.ok).toBe(found.ok);
            if (!found.ok || !other.ok) continue;
            expect(other.value.kappa).toBeCloseTo(found.value.kappa, 9);
            expect(other.value.standardError).toBeCloseTo(found.value.standardError, 6);
            expect(found.value.kappa).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });
});

/** The error by another road: kappa without each pair in turn. */
function jackknife(table: number[][], weights: KappaWeights): number {
  const cells = table.flatMap((line, i) => line.map((count, j) => ({ i, j, count })));
  const without = cells.flatMap(({ i, j, count }) => {
    if (count === 0) return [];
    const less = table.map((line, a) => line.map((one, b) => (a === i && b === j ? one - 1 : one)));
    return Array<number>(count).fill(kappaOf(less, weights).kappa);
  });
  const n = without.length;
  const mean = without.reduce((total, one) => total + one, 0) / n;
  const squares = without.reduce((total, one) => total + (one - mean) ** 2, 0);
  return Math.sqrt(((n - 1) / n) * squares);
}
