import { sightOf, type Audience, type BesideQuestionnaire } from "./specimens";

const KEEPERS: readonly (readonly [audience: Audience, words: string])[] = [
  ["officer", "Officers of"],
  ["manager", "Managers of"],
];

/**
 * Sentences saying who reads and who changes what stands beside a questionnaire, each change as the policy answers.
 * Every school that answers the questionnaire reads it beside its statements, where its draft is read.
 */
export function whoSeesBeside(object: BesideQuestionnaire, organisation: string): string[] {
  const reads = sightOf("contributor", "draft") === "reads";
  return [
    ...(reads ? ["Schools that answer the questionnaire read it beside its statements."] : []),
    ...KEEPERS.map(([audience, words]) => {
      const changes = sightOf(audience, object) === "reads" ? "change it" : "do not change it";
      return `${words} ${organisation} ${changes}.`;
    }),
    "It holds nothing about any school’s answers.",
  ];
}
