import type { ApplicabilityProblem } from "~/domain/response/choose-applicability";
import type { SummaryError } from "../form/error-summary";

type Field = ApplicabilityProblem["field"];

function wordsOf(problem: ApplicabilityProblem): string {
  switch (problem.field) {
    case "phases":
      return "Choose at least one phase";
    case "types":
      return "Choose your kind of school";
    case "sections":
      return `Choose at least ${problem.atLeast} ${problem.atLeast === 1 ? "section" : "sections"}`;
  }
}

export const problemSummary = (problem: ApplicabilityProblem): SummaryError => ({
  fieldId: problem.field,
  text: wordsOf(problem),
});

/** The message at one set of boxes, if something is wrong with it. */
export function problemsAt(
  problems: readonly ApplicabilityProblem[],
  field: Field,
): string | undefined {
  const found = problems.find((problem) => problem.field === field);
  return found && wordsOf(found);
}
