import { itemsThatApply, type Applicability } from "~/domain/questionnaire/applicability";
import {
  PHASES,
  SCHOOL_TYPES,
  type Definition,
  type Phase,
  type SchoolType,
} from "~/domain/questionnaire/definition";
import { ok, refused, type Result } from "~/domain/result";

/** Sections a school may choose from and how many it must, where it chooses at all. */
export type SectionChoice = { atLeast: number; from: readonly string[] };

export type ApplicabilityProblem =
  | { field: "phases"; code: "choose-one" }
  | { field: "types"; code: "choose-one" }
  | { field: "sections"; code: "choose-more"; atLeast: number };

/** What was ticked, as it came: codes that are not known are left out. */
export type Ticked = {
  phases: readonly string[];
  types: readonly string[];
  sections: readonly string[];
};

/** What a confirmation pins (design.md section 5). `choice` null: the round says which sections. */
export type Chosen = { phases: Phase[]; types: SchoolType[]; sections: string[] | null };

export function chooseApplicability(
  ticked: Ticked,
  choice: SectionChoice | null,
): Result<Chosen, ApplicabilityProblem[]> {
  const phases = PHASES.filter((phase) => ticked.phases.includes(phase));
  const types = SCHOOL_TYPES.filter((type) => ticked.types.includes(type));
  const sections = choice === null ? null : choice.from.filter(isIn(ticked.sections));
  const problems: ApplicabilityProblem[] = [];
  if (phases.length === 0) problems.push({ field: "phases", code: "choose-one" });
  if (types.length === 0) problems.push({ field: "types", code: "choose-one" });
  if (choice !== null && sections !== null && sections.length < choice.atLeast) {
    problems.push({ field: "sections", code: "choose-more", atLeast: choice.atLeast });
  }
  return problems.length > 0 ? refused(problems) : ok({ phases, types, sections });
}

const isIn = (list: readonly string[]) => (key: string) => list.includes(key);

export type PlacedShort = { key: string; short: string; section: string };

/** Statements that come in and go out when what applies changes, in the order of the questionnaire. */
export function applicabilityChange(
  definition: Definition,
  { from, to }: { from: Applicability; to: Applicability },
): { nowApply: PlacedShort[]; noLongerApply: PlacedShort[] } {
  const before = placed(definition, from);
  const after = placed(definition, to);
  const missingFrom = (list: PlacedShort[]) => {
    const keys = new Set(list.map(({ key }) => key));
    return ({ key }: PlacedShort) => !keys.has(key);
  };
  return {
    nowApply: after.filter(missingFrom(before)),
    noLongerApply: before.filter(missingFrom(after)),
  };
}

function placed(definition: Definition, applicability: Applicability): PlacedShort[] {
  return itemsThatApply(definition, applicability).flatMap(({ section, items }) =>
    items.map(({ key, short }) => ({ key, short, section: section.key })),
  );
}
