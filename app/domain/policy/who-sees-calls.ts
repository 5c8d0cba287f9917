import { sightOf, type Audience } from "./specimens";

const ASKED: readonly (readonly [audience: Audience, words: (organisation: string) => string])[] = [
  ["officer", (organisation) => `Officers of ${organisation}`],
  ["manager", (organisation) => `Managers of ${organisation}`],
  ["shared", () => "Organisations the round is shared with"],
  ["head", () => "The school’s own people, on their pages"],
  ["reviewer", () => "Reviewers"],
  ["other-school", () => "Other schools"],
];

/** Sentences saying who reads what is noted of a call, each as the policy answers. */
export function whoSeesCalls(organisation: string): string[] {
  return [
    ...ASKED.map(
      ([audience, words]) =>
        `${words(organisation)}: ${sightOf(audience, "calls") === "reads" ? "yes" : "no"}.`,
    ),
    "The school sees in its record that a call was noted and by whom, not the line.",
    "Whoever asks under freedom of information, or about themselves, may be given the line.",
  ];
}
