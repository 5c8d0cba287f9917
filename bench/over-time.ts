import { placeLines } from "~/domain/over-time/placed-lines";
import { linksBetween } from "~/domain/over-time/links";
import { lineKeysOf, type LinkedVersion } from "~/domain/over-time/key-lines";
import { overTime, type SignedRound } from "~/domain/over-time/over-time";
import { fatesOf } from "~/domain/questionnaire/compare/fates";
import type { Definition } from "~/domain/questionnaire/definition";
import { EMPTY_ANSWER } from "~/domain/response/answer";
import { bringForward } from "~/domain/response/carry-forward";
import { longQuestionnaire, reworded } from "./comparing";

const ROUNDS = 6;
const TIMES = 9;
/** With what every version came to already worked out, as a service keeps it; and with nothing kept yet. */
const PAGE_WITHIN_MS = 200;
const FIRST_WITHIN_MS = 2000;
const BRINGING_WITHIN_MS = 500;

export type OverTimeOutcome = {
  statements: number;
  /** Nothing kept: each of the five version pairs is compared. */
  firstMs: number;
  /** The slowest after it. */
  pageMs: number;
  /** Every answer of a signed copy brought into the next version, comparison included: the slowest. */
  bringingMs: number;
  met: boolean;
};

/** Six rounds of a long questionnaire, each on a version of its own, as the page over time works them out. */
export function measureOverTime(): OverTimeOutcome {
  const definitions = versionsOf(longQuestionnaire());
  const from = performance.now();
  const versions = linked(definitions);
  const rounds = versions.map(answered);
  place(rounds, versions);
  const firstMs = performance.now() - from;
  const pageMs = slowest(() => place(rounds, versions));
  const bringingMs = slowest(() => bringAll(definitions));
  const met =
    firstMs < FIRST_WITHIN_MS && pageMs < PAGE_WITHIN_MS && bringingMs < BRINGING_WITHIN_MS;
  const statements = definitions[0]?.sections.flatMap(({ items }) => items).length ?? 0;
  return { statements, firstMs, pageMs, bringingMs, met };
}

/** The outcome as a line under the table. */
export function overTimeLine(outcome: OverTimeOutcome): string {
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  const { statements, firstMs, pageMs, bringingMs, met } = outcome;
  const page = `first ${ms(firstMs)} (under ${FIRST_WITHIN_MS} ms), slowest after it ${ms(pageMs)} (under ${PAGE_WITHIN_MS} ms)`;
  const bringing = `all answers carried forward in ${ms(bringingMs)} (under ${BRINGING_WITHIN_MS} ms)`;
  return `${statements} statements over ${ROUNDS} rounds and versions: ${page}; ${bringing}: ${met ? "met" : "missed"}`;
}

/** Each has every other statement of the one before reworded. */
function versionsOf(first: Definition): Definition[] {
  const versions = [first];
  while (versions.length < ROUNDS) versions.push(reworded(versions.at(-1) ?? first));
  return versions;
}

const linked = (definitions: readonly Definition[]): LinkedVersion[] =>
  definitions.map((definition, place) => {
    const before = definitions[place - 1];
    const links = before === undefined ? null : linksBetween(before, definition);
    return { number: place + 1, definition, links };
  });

function answered({ number, definition }: LinkedVersion): SignedRound {
  const { levels } = definition.scale;
  const given = new Map(
    lineKeysOf(definition).map((key, place) => [
      key,
      { level: levels[(place + number) % levels.length]?.code ?? null, text: "" },
    ]),
  );
  return { version: number, levels, given };
}

const place = (rounds: readonly SignedRound[], versions: readonly LinkedVersion[]) =>
  placeLines(overTime(rounds, versions), versions);

function bringAll([old, now]: readonly Definition[]): void {
  if (old === undefined || now === undefined) throw new Error("There are no two versions");
  const signed = new Map(
    old.sections.flatMap(({ items }) =>
      items.map(({ key }) => [key, { ...EMPTY_ANSWER, level: "2", commentary: `Of ${key}.` }]),
    ),
  );
  bringForward(signed, fatesOf(old, now));
}

function slowest(work: () => unknown): number {
  const times = Array.from({ length: TIMES }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
  return Math.max(...times);
}
