import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeReference, parseReference } from "~/domain/submission/reference";

const anyParts = fc.record({
  code: fc.stringMatching(/^[A-Z]{2,4}$/),
  year: fc.integer({ min: 2000, max: 2099 }),
  urn: fc.stringMatching(/^\d{6}$/),
  number: fc.integer({ min: 1, max: 999 }),
  random: fc.uint8Array({ minLength: 3, maxLength: 3 }),
});

const toolkit = {
  code: "IT",
  year: 2026,
  urn: "900412",
  number: 1,
  random: new Uint8Array([5, 14, 22]),
};

describe("a reference", () => {
  it("says questionnaire, year, school and number, and ends in four clear signs", () => {
    expect(makeReference(toolkit)).toMatch(/^IT26-900412-1-7G[A-HJKMNP-Z2-9]{2}$/);
  });

  it("reads back as it was made", () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const reference = makeReference(parts);
        const { code, urn, number } = parts;
        const year = String(parts.year % 100).padStart(2, "0");
        const value = { reference, code, year, urn, number };
        expect(parseReference(reference)).toEqual({ ok: true, value });
      }),
    );
  });

  it("reads back however it was typed", () => {
    const ways: readonly ((reference: string) => string)[] = [
      (reference) => reference.toLowerCase(),
      (reference) => reference.replaceAll("-", ""),
      (reference) => ` ${reference.replaceAll("-", " - ")} `,
      (reference) => reference.replaceAll("-", "–"),
    ];
    fc.assert(
      fc.property(anyParts, fc.constantFrom(...ways), (parts, way) => {
        const reference = makeReference(parts);
        expect(parseReference(way(reference))).toMatchObject({ ok: true, value: { reference } });
      }),
    );
  });

  it("takes O for nought and I or L for one in the numbers", () => {
    const reference = makeReference(toolkit);
    const typed = reference.replace("900412-1", "9OO4l2-I");
    expect(parseReference(typed)).toMatchObject({ ok: true, value: { reference } });
  });

  it("is never read as another one after one wrong figure or letter", () => {
    fc.assert(
      fc.property(
        anyParts,
        fc.nat(20),
        fc.constantFrom("2", "3", "7", "9", "A", "C", "J", "Z"),
        (parts, at, sign) => {
          const reference = makeReference(parts);
          const place = at % reference.length;
          if (reference[place] === "-" || reference[place] === sign) return;
          const typed = reference.slice(0, place) + sign + reference.slice(place + 1);
          expect(parseReference(typed).ok).toBe(false);
        },
      ),
    );
  });

  it("notices two figures changed round", () => {
    fc.assert(
      fc.property(anyParts, fc.nat(4), (parts, at) => {
        const { urn } = parts;
        const swapped = urn.slice(0, at) + urn.charAt(at + 1) + urn.charAt(at) + urn.slice(at + 2);
        if (swapped === urn) return;
        const typed = makeReference(parts).replace(`-${urn}-`, `-${swapped}-`);
        expect(parseReference(typed)).toEqual({ ok: false, problem: "mistyped" });
      }),
    );
  });

  it.each(["", "hello", "IT26", "IT26-900412-1", "IT26-900412-0-7KQD", "x".repeat(10_000)])(
    "is none at all: %s",
    (typed) => {
      expect(parseReference(typed)).toEqual({ ok: false, problem: "not-a-reference" });
    },
  );
});
