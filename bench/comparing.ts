import { checkBeforePublishing } from "~/domain/questionnaire/compare/check-before-publishing";
import { compareVersions } from "~/domain/questionnaire/compare/compare-versions";
import { changesOf } from "~/domain/questionnaire/compare/comparison";
import type { Definition } from "~/domain/questionnaire/definition";
import { inSections } from "./questionnaires";

const STATEMENTS = 400;
const PER_SECTION = 20;
const ROUNDS = 9;
const WITHIN_MS = 500;

export type ComparingOutcome = {
  /** The first in this process, and the slowest of those after it: comparison and checks before publishing. */
  firstMs: number;
  slowestMs: number;
  changes: number;
  met: boolean;
};

/** Two versions of a long questionnaire, as the page that compares them works them out; every other statement reworded. */
export function comparing(): ComparingOutcome {
  const old = longQuestionnaire();
  const now = reworded(old);
  const usedKeys = new Set(old.sections.flatMap(({ items }) => items.map(({ key }) => key)));
  const runs = Array.from({ length: ROUNDS }, () => {
    const from = performance.now();
    const changes = changesOf(compareVersions(old, now)).length;
    checkBeforePublishing(now, { previous: old, usedKeys, related: new Map() });
    return { ms: performance.now() - from, changes };
  });
  const [first, ...later] = runs;
  const firstMs = first?.ms ?? 0;
  const slowestMs = Math.max(...later.map(({ ms }) => ms));
  const met = Math.max(firstMs, slowestMs) < WITHIN_MS;
  return { firstMs, slowestMs, changes: first?.changes ?? 0, met };
}

/** The outcome as a line under the table. */
export function comparingLine({ firstMs, slowestMs, changes, met }: ComparingOutcome): string {
  const times = `first ${firstMs.toFixed(0)} ms, slowest after it ${slowestMs.toFixed(0)} ms`;
  return `Two versions of ${STATEMENTS} statements compared and checked, ${changes} changes: ${times} (under ${WITHIN_MS} ms: ${met ? "met" : "missed"})`;
}

/** Four hundred statements of real length. */
export function longQuestionnaire(): Definition {
  const model = inSections();
  const items = model.sections.flatMap((section) => section.items);
  const sections = Array.from({ length: STATEMENTS / PER_SECTION }, (_, s) => ({
    ...{ key: String(s + 1), title: `Section ${s + 1}`, looksLike: null, part: null, levels: [] },
    items: Array.from({ length: PER_SECTION }, (_, i) => {
      const item = items[(s * PER_SECTION + i) % items.length];
      if (item === undefined) throw new Error("The model has no statements");
      return { ...item, key: `${s + 1}.${i + 1}`, related: [] };
    }),
  }));
  return { ...model, sections };
}

/** A next version: every other statement reworded. */
export function reworded(definition: Definition): Definition {
  return {
    ...definition,
    sections: definition.sections.map((section) => ({
      ...section,
      items: section.items.map((item, i) =>
        i % 2 === 0
          ? { ...item, statement: `From now on ${item.statement} It is looked at each term.` }
          : item,
      ),
    })),
  };
}
