import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilsonInterval } from "~/domain/figures/wilson-interval";

describe("the interval for a share", () => {
  // Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), Table I,
  // method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %i in %i is as published", (successes, n, low, high) => {
    const interval = wilsonInterval({ successes, n });
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it("is wider the surer it has to be", () => {
    const widths = ([0.9, 0.95, 0.99] as const).map((confidence) => {
      const interval = wilsonInterval({ successes: 41, n: 48 }, confidence);
      return interval === null ? 0 : interval.high - interval.low;
    });
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    expect(widths[0]).toBeGreaterThan(0.1);
  });

  it("is none where nothing was counted", () => {
    expect(wilsonInterval({ successes: 0, n: 0 })).toBeNull();
  });

  it("is refused for what is not a share", () => {
    expect(() => wilsonInterval({ successes: 3, n: 2 })).toThrow("Not a share");
    expect(() => wilsonInterval({ successes: -1, n: 2 })).toThrow("Not a share");
  });

  it("holds the share, stays within 0 and 1, and mirrors", () => {
    const share = fc
      .integer({ min: 1, max: 400 })
      .chain((n) => fc.record({ n: fc.constant(n), successes: fc.integer({ min: 0, max: n }) }));
    fc.assert(
      fc.property(share, ({ successes, n }) => {
        const { low, high } = wilsonInterval({ successes, n }) ?? { low: 2, high: -1 };
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(successes / n);
        expect(high).toBeGreaterThanOrEqual(successes / n);
        expect(wilsonInterval({ successes: n - successes, n })?.high).toBeCloseTo(1 - low, 12);
      }),
    );
  });
});
