import type { Day } from "~/domain/calendar/day";
import type { SchoolForMatching } from "./facts";

/** How the visits that can be offered are shared out (issue 4, 2), in this order. */
export type ChoosingRules = {
  /** Ids picked by somebody, in their order. */
  handPicked: readonly string[];
  /** Schools that asked, those longest without a visit first. */
  askedForIt: boolean;
  /** Then those longest without a visit; `most` at most, null: as many as fit. */
  longestWithout: { most: number | null } | null;
  /** Then a sample in which each district has its share; `random` gives numbers from 0 up to 1. */
  sampleByDistrict: { most: number | null; random: () => number } | null;
};

export type ChosenBecause =
  | { code: "hand-picked" }
  | { code: "asked-for-it"; lastVisitedOn: Day | null }
  | { code: "longest-without"; lastVisitedOn: Day | null }
  | { code: "sampled"; district: string | null };

export type NotChosenBecause =
  /** In line, this many places after the last that fits. */
  | { code: "no-visit-left"; inLine: number }
  /** Not picked, not asking, and not in the share of the rules that are on. */
  | { code: "no-rule-chose-it" };

export type Choice = {
  chosen: { school: SchoolForMatching; because: ChosenBecause }[];
  /** Those in line first. */
  left: { school: SchoolForMatching; because: NotChosenBecause }[];
};

export type ToChoose = { capacity: number; rules: ChoosingRules };

/**
 * Which schools are offered a visit when only so many can be: each chosen one with its reason, each other one with
 * why not. `capacity` is in visits. Equals are taken by district in turn, so that no district waits for another
 * and no alphabet decides; within a district by lot where a sample is drawn, else by name.
 */
export function chooseSchools(
  schools: readonly SchoolForMatching[],
  { capacity, rules }: ToChoose,
): Choice {
  const fair = byDistrictInTurn(schools, rules.sampleByDistrict?.random ?? null);
  const waiting = longestFirst(fair);
  const line = new Map<SchoolForMatching, ChosenBecause>();
  const add = (
    found: readonly SchoolForMatching[],
    why: (one: SchoolForMatching) => ChosenBecause,
  ) => {
    for (const school of found) if (!line.has(school)) line.set(school, why(school));
  };
  const rest = (from: readonly SchoolForMatching[], most: number | null) =>
    from.filter((school) => !line.has(school)).slice(0, most ?? from.length);

  add(pickedOf(schools, rules.handPicked), () => ({ code: "hand-picked" }));
  if (rules.askedForIt) {
    const asking = waiting.filter(({ askedForIt }) => askedForIt);
    add(asking, ({ lastVisitedOn }) => ({ code: "asked-for-it", lastVisitedOn }));
  }
  if (rules.longestWithout !== null) {
    const found = rest(waiting, rules.longestWithout.most);
    add(found, ({ lastVisitedOn }) => ({ code: "longest-without", lastVisitedOn }));
  }
  if (rules.sampleByDistrict !== null) {
    const found = rest(fair, rules.sampleByDistrict.most);
    add(found, ({ district }) => ({ code: "sampled", district }));
  }
  return cut(waiting, { line, capacity });
}

type Line = { line: ReadonlyMap<SchoolForMatching, ChosenBecause>; capacity: number };

function cut(all: readonly SchoolForMatching[], { line, capacity }: Line): Choice {
  const inOrder = [...line].map(([school, because]) => ({ school, because }));
  const beyond = inOrder.slice(capacity).map(({ school }, at) => ({
    school,
    because: { code: "no-visit-left" as const, inLine: at + 1 },
  }));
  const others = all
    .filter((school) => !line.has(school))
    .map((school) => ({ school, because: { code: "no-rule-chose-it" as const } }));
  return { chosen: inOrder.slice(0, capacity), left: [...beyond, ...others] };
}

function pickedOf(schools: readonly SchoolForMatching[], ids: readonly string[]) {
  return ids.flatMap((id) => schools.filter(({ schoolId }) => schoolId === id));
}

/** Never visited first, then the longest ago; equals stay in the order they come. */
function longestFirst(schools: readonly SchoolForMatching[]): SchoolForMatching[] {
  const since = ({ lastVisitedOn }: SchoolForMatching) => lastVisitedOn ?? "";
  return [...schools].sort((one, other) => compare(since(one), since(other)));
}

/**
 * An order of which every beginning holds districts in proportion to their schools: the nth of a district of m
 * stands at n/m of the way.
 */
function byDistrictInTurn(
  schools: readonly SchoolForMatching[],
  random: (() => number) | null,
): SchoolForMatching[] {
  const byName = [...schools].sort(
    (one, other) => compare(one.name, other.name) || compare(one.schoolId, other.schoolId),
  );
  const districts = [...new Set(byName.map(({ district }) => district ?? ""))].sort();
  const placed = districts.flatMap((name) => {
    const members = byName.filter(({ district }) => (district ?? "") === name);
    const drawn = random === null ? members : shuffled(members, random);
    return drawn.map((school, at) => ({ school, place: (at + 0.5) / drawn.length }));
  });
  return placed.sort((one, other) => one.place - other.place).map(({ school }) => school);
}

function shuffled<T>(all: readonly T[], random: () => number): T[] {
  return all
    .map((one) => ({ one, lot: random() }))
    .sort((first, second) => first.lot - second.lot)
    .map(({ one }) => one);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
