import type { NextStep } from "~/domain/visit/next-steps";
import type { ReviewerPart } from "~/domain/visit/states";
import { nextStepWords, yourStepWords } from "~/domain/visit/visit-words";
import type { StepView } from "./views";

type Of = {
  people: readonly { part: ReviewerPart; name: string }[];
  schoolName: string;
  isYours: (step: NextStep) => boolean;
};

/** Steps in words, to those they wait for and to the others. */
export function stepViews(
  steps: readonly NextStep[],
  { people, schoolName, isYours }: Of,
): StepView[] {
  const nameOf = (part: ReviewerPart) => people.find((one) => one.part === part)?.name ?? null;
  const names = { school: schoolName, lead: nameOf("lead"), second: nameOf("second") };
  return steps.map((step) => {
    const yours = isYours(step);
    const words = yours ? yourStepWords(step) : nextStepWords(step, names);
    return { step: step.step, words, by: step.by, late: step.late, yours };
  });
}
