import { findUpn } from "~/domain/people/upn";
import { ok, refused, type Result } from "~/domain/result";
import { MOST_SECTIONS, MOST_STATEMENTS } from "./lifecycle";
import type { FocusKind } from "./states";

/** Longest texts of a plan, in UTF-16 code units. */
export const PLAN_LIMITS = { focusReason: 600, context: 800, practicalNotes: 600 } as const;
export type PlanText = keyof typeof PLAN_LIMITS;
export const PLAN_TEXTS = ["focusReason", "context", "practicalNotes"] as const;

/** What the host asks to have looked at, as typed. */
export type PlanFields = { sections: string[]; statements: string[] } & Record<PlanText, string>;

/** Keys a questionnaire has. */
export type KnownKeys = { sections: readonly string[]; statements: readonly string[] };

export type Focus = { key: string; kind: FocusKind };
export type ReadPlan = { focus: Focus[] } & Record<PlanText, string>;
/** `field`: "sections", "statements" or one of the texts. */
export type PlanProblem = { field: keyof PlanFields; message: string };

/**
 * Reads a plan: one to three sections and up to eight statements (domain.md 6.4, 2). While it is only being saved, no
 * section need be chosen yet; `toAgree` asks for one, and for why.
 */
export function readPlan(
  typed: PlanFields,
  { known, toAgree }: { known: KnownKeys; toAgree: boolean },
): Result<ReadPlan, PlanProblem[]> {
  const sections = known.sections.filter((key) => typed.sections.includes(key));
  const statements = known.statements.filter((key) => typed.statements.includes(key));
  const problems = [
    ...countProblems({ sections: sections.length, statements: statements.length, toAgree }),
    ...PLAN_TEXTS.flatMap((field) => textProblems(field, typed[field])),
  ];
  if (toAgree && typed.focusReason.trim() === "")
    problems.push({ field: "focusReason", message: "Say why you would like this looked at" });
  if (problems.length > 0) return refused(problems);
  const { focusReason, context, practicalNotes } = typed;
  const focus = [
    ...sections.map((key) => ({ key, kind: "section" as const })),
    ...statements.map((key) => ({ key, kind: "statement" as const })),
  ];
  return ok({
    focus,
    focusReason: focusReason.trim(),
    context: context.trim(),
    practicalNotes: practicalNotes.trim(),
  });
}

type Counts = { sections: number; statements: number; toAgree: boolean };

function countProblems({ sections, statements, toAgree }: Counts): PlanProblem[] {
  const problems: PlanProblem[] = [];
  if (sections > MOST_SECTIONS || (toAgree && sections === 0))
    problems.push({ field: "sections", message: "Choose one to three sections" });
  if (statements > MOST_STATEMENTS)
    problems.push({ field: "statements", message: "Choose up to eight statements" });
  return problems;
}

function textProblems(field: PlanText, text: string): PlanProblem[] {
  const limit = PLAN_LIMITS[field];
  if (text.trim().length > limit) return [{ field, message: `Use ${limit} characters or fewer` }];
  if (findUpn(text).length > 0)
    return [{ field, message: "Take out what looks like a pupil number (UPN)" }];
  if (!hasSmallGroup(text)) return [];
  return [{ field, message: "Write “fewer than 5” for a small group, so that no child is known" }];
}

/** "Year 4 pupils" and "one in four pupils" count nobody. */
const SMALL =
  /(?<!\b(?:years?|terms?|in)\s)\b([1-4]|one|two|three|four)\s+(\w+\s+)?(pupil|child|boy|girl|learner|student)/i;

/** Whether a text counts a group of fewer than five children (domain.md 6.4, 3). */
export const hasSmallGroup = (text: string): boolean => SMALL.test(text);
