import type { Level } from "~/domain/questionnaire/definition";
import { keyLinesOf, type DatedBreak, type KeyLine, type LinkedVersion } from "./key-lines";

/** What was signed for one line: a level, or the text of a number, date or share. Neither: asked and left empty. */
export type Given = { level: string | null; text: string };

/** A signed copy, by version number; `given` by line key holds whatever was asked of the school then. */
export type SignedRound = {
  version: number;
  levels: readonly Level[];
  given: ReadonlyMap<string, Given>;
};

/** Further on or back by the steps of the scale; `unordered` where a level does not count, or there is none. */
export type Movement = "further-on" | "back" | "same" | "unordered";

/**
 * How an answer stands to the one signed before it in its line. `reworded`: versions that changed its words meanwhile.
 * Where `comparable` is false nothing is said of its direction: `breaks` says why, and there is at least one.
 */
export type Since =
  | { comparable: true; movement: Movement; reworded: number[] }
  | { comparable: false; breaks: DatedBreak[] };

/** `absent`: nothing was signed here, and why. `change`: the version's change that explains it. */
export type Cell =
  | { given: Given; since: Since | null; key: string }
  | {
      given: null;
      absent: "not-yet" | "no-longer" | "not-asked" | "not-answered";
      change: DatedBreak | null;
    };

/** One cell for each signed copy, in their order. */
export type LineOverTime = KeyLine & { cells: Cell[] };

/**
 * A school's signed copies of one questionnaire, line by line (issue of questionnaires: "Over time"). `rounds` in the
 * order in which they were signed; `versions`: all from the oldest they use to the newest, in order.
 */
export function overTime(
  rounds: readonly SignedRound[],
  versions: readonly LinkedVersion[],
): LineOverTime[] {
  return keyLinesOf(versions).map((line) => ({ ...line, cells: cellsOf(line, rounds) }));
}

type Placed = { given: Given; round: SignedRound };

function cellsOf(line: KeyLine, rounds: readonly SignedRound[]): Cell[] {
  let before: Placed | null = null;
  const cells: Cell[] = [];
  for (const round of rounds) {
    const key = line.keys.get(round.version);
    const given = key === undefined ? undefined : round.given.get(key);
    if (key === undefined || given === undefined || isEmpty(given)) {
      cells.push({ given: null, ...absence(line, round) });
      continue;
    }
    const now: Placed = { given, round };
    cells.push({ given, key, since: before === null ? null : sinceOf(line, before, now) });
    before = now;
  }
  return cells;
}

const isEmpty = ({ level, text }: Given): boolean => level === null && text === "";

function absence({ keys, began, ended }: KeyLine, { version, given }: SignedRound) {
  const key = keys.get(version);
  if (key !== undefined) {
    const absent = given.has(key) ? ("not-answered" as const) : ("not-asked" as const);
    return { absent, change: null };
  }
  const isEarly = began !== null && version < began.version;
  return isEarly
    ? { absent: "not-yet" as const, change: began }
    : { absent: "no-longer" as const, change: ended };
}

/** Versions need not rise from one signed copy to the next: what lies between the two counts, whichever came first. */
function sinceOf(line: KeyLine, before: Placed, now: Placed): Since {
  const [older, newer] = before.round.version <= now.round.version ? [before, now] : [now, before];
  const between = line.steps.filter(
    ({ version }) => version > older.round.version && version <= newer.round.version,
  );
  const breaks = between.flatMap(({ break: broken, version }) =>
    broken === null ? [] : [{ ...broken, version }],
  );
  if (breaks.length > 0) return { comparable: false, breaks };
  const carried = carriedLevel(line, older.given.level, between);
  if (carried.lost !== null) return { comparable: false, breaks: [carried.lost] };
  const ends = { older: carried.level, newer: newer.given.level, levels: newer.round.levels };
  const movement = movementOf(ends);
  return {
    comparable: true,
    movement: older === before ? movement : turned(movement),
    reworded: between.filter(({ reworded }) => reworded).map(({ version }) => version),
  };
}

type Carried = { level: string | null; lost: DatedBreak | null };

/** A level through the maps of the versions between; `lost` where one of them has no place for it. */
function carriedLevel(
  { keys }: KeyLine,
  level: string | null,
  between: readonly KeyLine["steps"][number][],
): Carried {
  let carried = level;
  for (const { version, levels } of between) {
    if (carried === null || levels === null) continue;
    const to = levels[carried] ?? null;
    if (to === null) {
      const key = keys.get(version) ?? "";
      const lost = { reason: "level-gone" as const, from: [key], to: [key], note: null, version };
      return { level: null, lost };
    }
    carried = to;
  }
  return { level: carried, lost: null };
}

type Ends = { older: string | null; newer: string | null; levels: readonly Level[] };

function movementOf({ older, newer, levels }: Ends): Movement {
  if (older === null || newer === null) return "unordered";
  if (older === newer) return "same";
  const stepsOf = (code: string) =>
    levels.find((level) => level.code === code && level.counts)?.steps;
  const [was, is] = [stepsOf(older), stepsOf(newer)];
  if (was === undefined || is === undefined || was === is) return "unordered";
  return is > was ? "further-on" : "back";
}

const TURNED = { "further-on": "back", back: "further-on" } as const;
const turned = (movement: Movement): Movement =>
  movement === "further-on" || movement === "back" ? TURNED[movement] : movement;
