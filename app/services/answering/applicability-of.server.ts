import type { Applicability } from "~/domain/questionnaire/applicability";
import { phasesOf, typesOf, type SchoolFacts } from "~/domain/questionnaire/school-facts";
import { readKeys, readPhases, readTypes } from "./read-keys.server";

/** The columns of a response that say what applies, as stored. */
export type PinnedColumns = {
  phases: string | null;
  types: string | null;
  chosenSections: string | null;
};

/**
 * What applies: what the school confirmed, or until then what GIAS suggests; the sections the school chose,
 * else those the round asks for, else all.
 */
export function applicabilityOf(
  pinned: PinnedColumns,
  { school, roundSections }: { school: SchoolFacts; roundSections: string | null },
): Applicability {
  return {
    phases: readPhases(pinned.phases) ?? phasesOf(school),
    types: readTypes(pinned.types) ?? typesOf(school),
    sections: readKeys(pinned.chosenSections) ?? readKeys(roundSections),
  };
}
