import type { Definition, Derived, Level } from "~/domain/questionnaire/definition";
import { fieldKey, type AnswerContent } from "~/domain/response/answer";

/**
 * A share as a whole percentage, halves up; null when the whole is 0. Whole numbers in, whole numbers all the
 * way: no fraction is ever rounded twice (style.md 4.4).
 */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((200 * part + whole) / (2 * whole));
}

/** How often each level was chosen. `counted` leaves out what is outside the count and what is not answered. */
export type Spread = {
  levels: { code: string; name: string; count: number; percent: number | null }[];
  outside: { code: string; name: string; count: number }[];
  unanswered: number;
  counted: number;
};

/**
 * The spread of some answers over the levels of a scale. Never a mean (domain.md 4.1). Unanswered, outside the
 * count and zero are three different things; a code the scale has not counts as unanswered.
 */
export function spreadOf(levels: readonly Level[], codes: readonly (string | null)[]): Spread {
  const countOf = (code: string) => codes.filter((chosen) => chosen === code).length;
  const tally = levels.map((level) => ({ level, count: countOf(level.code) }));
  const sum = (rows: typeof tally) => rows.reduce((total, row) => total + row.count, 0);
  const inside = tally.filter(({ level }) => level.counts);
  const counted = sum(inside);
  return {
    levels: inside.map(({ level: { code, name }, count }) => ({
      code,
      name,
      count,
      percent: percentOf(count, counted),
    })),
    outside: tally
      .filter(({ level }) => !level.counts)
      .map(({ level: { code, name }, count }) => ({ code, name, count })),
    unanswered: codes.length - sum(tally),
    counted,
  };
}

/**
 * A share worked out from two numbers typed in. `percent` is rounded down, so that no share looks reached before
 * it is; null when a number is missing, the whole is 0, or the part is more than the whole (`tooMany`).
 * `short`: how many more reach the threshold, 0 when it is reached, null when there is nothing to say.
 */
export type DerivedShare = {
  key: string;
  label: string;
  partField: string;
  wholeField: string;
  part: number | null;
  whole: number | null;
  percent: number | null;
  tooMany: boolean;
  threshold: number | null;
  short: number | null;
};

/** All shares of a questionnaire. `training` is the round's or organisation's figure in percent, if any. */
export function derivedShares(
  definition: Definition,
  answers: ReadonlyMap<string, AnswerContent>,
  thresholds: { training: number | null },
): DerivedShare[] {
  const numberIn = (field: string) => readCount(answers.get(fieldKey(field))?.value ?? "");
  return definition.derived.map((derived) =>
    shareOf(derived, {
      part: numberIn(derived.part),
      whole: numberIn(derived.whole),
      threshold: derived.threshold === null ? null : thresholds[derived.threshold],
    }),
  );
}

export type Numbers = { part: number | null; whole: number | null; threshold: number | null };

/** One share, also while its numbers are being typed. */
export function shareOf(derived: Derived, { part, whole, threshold }: Numbers): DerivedShare {
  const { key, label, part: partField, whole: wholeField } = derived;
  const given = part !== null && whole !== null;
  const tooMany = given && part > whole;
  const sound = given && !tooMany && whole > 0;
  const percent = sound ? Math.floor((100 * part) / whole) : null;
  const short =
    sound && threshold !== null ? Math.max(0, Math.ceil((threshold * whole) / 100) - part) : null;
  return { key, label, partField, wholeField, part, whole, percent, tooMany, threshold, short };
}

/** A number of things as typed: digits, with blanks or commas between thousands; null for anything else. */
export function readCount(typed: string): number | null {
  const digits = typed.replace(/[\s,]/g, "");
  return /^\d{1,6}$/.test(digits) ? Number(digits) : null;
}
