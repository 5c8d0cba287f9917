import { z } from "~/domain/zod";
import { SchoolChoiceSchema } from "./school-choice";

/** The questions of opening a round, one page each, in order. */
export const DRAFT_STEPS = [
  "questionnaire",
  "sections",
  "dates",
  "schools",
  "rules",
  "message",
] as const;
export type DraftStep = (typeof DRAFT_STEPS)[number];

const typed = z.string().default("");

/**
 * A round being prepared, everything as it was typed, so that nothing is lost whatever is wrong with it. `judge-draft.ts`
 * has the rules.
 */
export const RoundDraftSchema = z.object({
  versionId: typed,
  title: typed,
  /** "2026-27". */
  year: typed,
  /** "deadlines" or "rolling". */
  kind: typed,
  /** "whole", "sections" or "choose". */
  ask: typed,
  /** Keys of sections ticked. */
  sections: z.array(z.string()).default([]),
  chooseAtLeast: typed,
  opensOn: typed,
  firstDeadline: typed,
  finalDeadline: typed,
  validityMonths: typed,
  schools: SchoolChoiceSchema.prefault({}),
  /** "yes" or "no". */
  governorSigns: typed,
  visitOwnership: typed,
  viewsFirst: typed,
  /** Ids of organisations. */
  sharedWith: z.array(z.string()).default([]),
  message: typed,
});
export type RoundDraft = z.infer<typeof RoundDraftSchema>;

/** A draft before anything is said. */
export const EMPTY_DRAFT: RoundDraft = RoundDraftSchema.parse({});

/** The question after this one; null after the last. */
export function nextStep(step: DraftStep): DraftStep | null {
  return DRAFT_STEPS[DRAFT_STEPS.indexOf(step) + 1] ?? null;
}

/** The question before this one; null before the first. */
export function previousStep(step: DraftStep): DraftStep | null {
  return DRAFT_STEPS[DRAFT_STEPS.indexOf(step) - 1] ?? null;
}
