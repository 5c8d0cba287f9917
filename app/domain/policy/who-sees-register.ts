import { sightOf, type Audience } from "./specimens";

const READERS: readonly (readonly [audience: Audience, words: string])[] = [
  ["manager", "Managers of"],
  ["officer", "Officers of"],
];

const OTHERS: readonly (readonly [audience: Audience, words: string])[] = [
  ["reviewer", "Other reviewers"],
  ["head", "Schools that are visited"],
  ["other-school", "Other schools"],
];

/**
 * Sentences saying who reads the register of reviewers, each as the policy answers. Who is asked for a visit is told
 * to the school and to the other reviewer, as the visit's own pages say.
 */
export function whoSeesRegister(organisation: string): string[] {
  const yesOrNo = (audience: Audience) =>
    sightOf(audience, "reviewer-register") === "reads" ? "yes" : "no";
  return [
    "The reviewer: all of their own entry.",
    ...READERS.map(([audience, words]) => `${words} ${organisation}: ${yesOrNo(audience)}.`),
    ...OTHERS.map(([audience, words]) => `${words}: ${yesOrNo(audience)}.`),
    "Who is asked to visit a school is told to it and to the other reviewer, with post and home school.",
  ];
}

/** Sentences for the pages on which visits are matched and followed; what was seen stands on none of them. */
export function whoSeesMatching(organisation: string): string[] {
  const yesOrNo = (audience: Audience) =>
    sightOf(audience, "matching") === "reads" ? "yes" : "no";
  return [
    ...READERS.map(([audience, words]) => `${words} ${organisation}: ${yesOrNo(audience)}.`),
    ...OTHERS.map(([audience, words]) => `${words}: ${yesOrNo(audience)}.`),
    "The school and both reviewers of a visit see that visit, once it is proposed.",
    "What was seen on a visit stands on none of these pages.",
  ];
}

/** Sentences for the figures of visits. */
export function whoSeesVisitFigures(organisation: string): string[] {
  const yesOrNo = (audience: Audience) =>
    sightOf(audience, "visit-figures") === "reads" ? "yes" : "no";
  return [
    ...READERS.map(([audience, words]) => `${words} ${organisation}: ${yesOrNo(audience)}.`),
    ...OTHERS.map(([audience, words]) => `${words}: ${yesOrNo(audience)}.`),
    "Nobody sees a figure of one reviewer: none is made.",
  ];
}
