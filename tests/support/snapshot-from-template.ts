import { readFileSync } from "node:fs";

import { parse } from "yaml";

import { DefinitionSchema } from "~/domain/questionnaire/definition";
import type { Snapshot } from "~/domain/submission/snapshot";

import { anItem, aSnapshot } from "./a-snapshot";

/** A snapshot of a whole questionnaire we ship, answered at random but always alike. */
export function snapshotFromTemplate(key: string): Snapshot {
  const definition = DefinitionSchema.parse(
    parse(readFileSync(`db/questionnaires/${key}/v1.yaml`, "utf8")),
  );
  const base = aSnapshot();
  const levels = definition.scale.levels.map(({ code }) => code);
  let turn = 7;
  const next = (count: number) => (turn = (turn * 1103515245 + 12345) % 2147483648) % count;
  return {
    ...base,
    questionnaire: {
      ...base.questionnaire,
      ...definition.settings,
      key,
      title: definition.title,
      sourceNote: definition.sourceNote,
    },
    levels: definition.scale.levels,
    round: null,
    fields: definition.fields.map(({ key: field, label, kind }) => ({
      key: field,
      label,
      kind,
      value: kind === "count" ? "31" : "",
    })),
    derived: definition.derived.map(({ key: share, label }) => ({
      key: share,
      label,
      part: 25,
      whole: 31,
      percent: 81,
      threshold: null,
    })),
    sections: definition.sections.map((section) => ({
      key: section.key,
      title: section.title,
      part: section.part,
      headline: definition.settings.sectionSummary ? (levels[1 + next(2)] ?? null) : null,
      commentary: definition.settings.sectionSummary
        ? "Learning walks, pupil interviews and the spring survey say the same."
        : "",
      items: section.items.map((item) =>
        anItem({
          ...item,
          level: levels[Math.min(next(6), next(6))] ?? "2",
          duties: item.duties.map(({ kind, source, checked }) => ({ kind, source, checked })),
          duty:
            definition.settings.askDuties && item.duties.some(({ kind }) => kind === "must")
              ? next(5) === 0
                ? "partly"
                : "yes"
              : null,
        }),
      ),
    })),
  };
}
