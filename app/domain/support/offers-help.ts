import type { Level } from "~/domain/questionnaire/definition";

/**
 * Whether a choice is shown help at once: the lowest of a scale, and "Partly" of one that says yes or no, where a
 * template may be all that is missing (look/README.md section 5, Help and Asthma).
 */
export const offersHelp = (level: Pick<Level, "steps" | "mark">): boolean =>
  level.steps === 1 || level.mark === "half";
