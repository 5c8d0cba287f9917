import { z } from "~/domain/zod";

const texts = z.array(z.string()).default([]);

/** Which of an organisation's schools a round is for. Groups by id, picked schools by URN. */
export const SchoolChoiceSchema = z.object({
  all: z.boolean().default(false),
  phases: texts,
  districts: texts,
  types: texts,
  groups: texts,
  picked: texts,
});
export type SchoolChoice = z.infer<typeof SchoolChoiceSchema>;

/** A school as the choice looks at it. `phase` and `district` are words to choose by, never empty. */
export type ChosenFrom = {
  urn: string;
  phase: string;
  district: string;
  type: string;
  groups: readonly string[];
};

/** What a school without a phase in the register is called: special schools and PRUs mostly. */
export const NO_PHASE = "No phase in the register";

/** The phase to choose a school by. */
export const phaseWords = (phaseName: string): string =>
  phaseName === "" || phaseName === "Not applicable" ? NO_PHASE : phaseName;

/**
 * Whether a school is chosen: all are; or it is picked by hand; or it fits every list that has anything ticked. With
 * nothing ticked nobody is chosen.
 */
export function choosesSchool(choice: SchoolChoice, school: ChosenFrom): boolean {
  if (choice.all || choice.picked.includes(school.urn)) return true;
  const asked = [
    { ticked: choice.phases, has: [school.phase] },
    { ticked: choice.districts, has: [school.district] },
    { ticked: choice.types, has: [school.type] },
    { ticked: choice.groups, has: school.groups },
  ].filter(({ ticked }) => ticked.length > 0);
  return (
    asked.length > 0 && asked.every(({ ticked, has }) => has.some((one) => ticked.includes(one)))
  );
}

/** The schools chosen, in the order given. */
export function chosenSchools<T extends ChosenFrom>(
  choice: SchoolChoice,
  schools: readonly T[],
): T[] {
  return schools.filter((school) => choosesSchool(choice, school));
}
