import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalText } from "~/domain/questionnaire/canonical";

describe("canonical text", () => {
  it("sorts keys and writes numbers and letters in one way only", () => {
    expect(canonicalText({ b: 1.0, a: "é€", "10": [true, null] })).toBe(
      '{"10":[true,null],"a":"é€","b":1}',
    );
  });

  it("is the same whatever the order of the keys", () => {
    const pairs = fc.uniqueArray(fc.tuple(fc.string(), fc.jsonValue()), {
      selector: ([key]) => key,
    });
    fc.assert(
      fc.property(pairs, (entries) => {
        const text = canonicalText(Object.fromEntries(entries));
        expect(canonicalText(Object.fromEntries([...entries].reverse()))).toBe(text);
      }),
    );
  });

  it("refuses what JSON cannot hold", () => {
    expect(() => canonicalText(undefined)).toThrow();
    expect(() => canonicalText({ a: Number.NaN })).toThrow();
  });
});
