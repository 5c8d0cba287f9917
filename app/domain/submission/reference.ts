import { ok, refused, type Result } from "~/domain/result";

/** Signs that are read aloud without doubt: no 0 or O, no 1, I or L. 31 of them, a prime, for the check. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const TAIL = 4;
const RANDOM = TAIL - 1;
/** More than anybody types, spaces and all. */
const LONGEST = 100;

/** What a reference says: IT26-900412-1-7KQD is signed copy 1 of 2026 by URN 900412. */
export type ReferenceParts = {
  /** Two to four capitals of the questionnaire. */
  code: string;
  /** Two figures of the year of signing. */
  year: string;
  urn: string;
  /** Which signed copy: 1 to 999. */
  number: number;
};

export type ReferenceProblem = "not-a-reference" | "mistyped";

/**
 * A new reference. `year` is the full year of signing; `random` holds at least three random bytes. The last
 * sign is a check over all the others, so that one wrong sign, or two changed round, is noticed. Two references
 * of one school, questionnaire, year and number differ by chance only: the stored one is unique, so try again.
 */
export function makeReference(input: {
  code: string;
  year: number;
  urn: string;
  number: number;
  random: Uint8Array;
}): string {
  const { code, urn, number, random } = input;
  if (random.length < RANDOM) throw new Error("A reference needs three random bytes");
  const year = String(input.year % 100).padStart(2, "0");
  const tail = [...random.slice(0, RANDOM)].map((byte) => ALPHABET.charAt(byte % ALPHABET.length));
  return written({ code, year, urn, number }, tail.join(""));
}

/**
 * Reads a reference as people type it: any case, spaces or no dashes, O for 0 and I or L for 1 in the numbers.
 * Gives it as it is written, or says whether it is none at all or has a typing mistake.
 */
export function parseReference(
  typed: string,
): Result<ReferenceParts & { reference: string }, ReferenceProblem> {
  if (typed.length > LONGEST) return refused("not-a-reference");
  const groups = typed
    .toUpperCase()
    .replace(/\s/g, "")
    .split(/[\u2010-\u2015-]+/u);
  const candidates = [2, 3, 4]
    .flatMap((length) => partsOf(groups.join(""), length) ?? [])
    .filter(({ parts }) => agreesWith(groups, parts));
  if (candidates.length === 0) return refused("not-a-reference");
  for (const { parts, tail } of candidates) {
    const reference = written(parts, tail.slice(0, RANDOM));
    if (reference.endsWith(tail)) return ok({ ...parts, reference });
  }
  return refused("mistyped");
}

/** Dashes may be missing; those that were typed stand where ours do. */
function agreesWith(groups: readonly string[], { code, number }: ReferenceParts): boolean {
  const yearEnds = code.length + 2;
  const urnEnds = yearEnds + 6;
  const ends = [yearEnds, urnEnds, urnEnds + String(number).length];
  const typed = groups.slice(0, -1).map((_, index) => groups.slice(0, index + 1).join("").length);
  return typed.every((end) => ends.includes(end));
}

function partsOf(
  signs: string,
  codeLength: number,
): { parts: ReferenceParts; tail: string } | null {
  const code = signs.slice(0, codeLength);
  const numbers = signs.slice(codeLength, -TAIL).replace(/O/g, "0").replace(/[IL]/g, "1");
  const tail = signs.slice(-TAIL);
  if (!/^[A-Z]+$/.test(code) || !/^\d{8}[1-9]\d{0,2}$/.test(numbers)) return null;
  if (Array.from(tail).some((sign) => !ALPHABET.includes(sign))) return null;
  const parts = {
    code,
    year: numbers.slice(0, 2),
    urn: numbers.slice(2, 8),
    number: Number(numbers.slice(8)),
  };
  return { parts, tail };
}

function written({ code, year, urn, number }: ReferenceParts, random: string): string {
  const check = checkSign(`${code}${year}${urn}${number}${random}`);
  return `${code}${year}-${urn}-${number}-${random}${check}`;
}

/** Each sign times its place, modulo 31. Letters, figures and random signs each count in their own range. */
function checkSign(signs: string): string {
  const randomFrom = signs.length - RANDOM;
  const sum = Array.from(signs).reduce((total, sign, index) => {
    const value = index < randomFrom ? plainValue(sign) : ALPHABET.indexOf(sign);
    return total + value * (index + 1);
  }, 0);
  return ALPHABET.charAt(sum % ALPHABET.length);
}

function plainValue(sign: string): number {
  return /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 65;
}
