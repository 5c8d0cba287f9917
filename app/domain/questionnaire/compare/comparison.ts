import type { AnswerRule, ChangeSubject } from "~/domain/questionnaire/definition";
import type { TextChange } from "./word-runs";

/** What happened to one thing between two versions. */
export const CHANGE_KINDS = [
  "unchanged",
  "wording",
  "guidance",
  "scale",
  "added",
  "removed",
  "split",
  "merged",
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Old level code to new code; null: no level answers to it, so that the school is asked again. */
export type LevelMap = Record<string, string | null>;

/**
 * One statement, section, scale or field in two versions, or several that were split or merged. `proposed` is what is
 * proposed for the answers until the author confirms a rule. `texts` holds only what differs.
 */
export type ComparedThing = {
  subject: ChangeSubject;
  kind: ChangeKind;
  /** Keys in the old version; empty when added. */
  from: string[];
  /** Keys in the new version; empty when removed. */
  to: string[];
  /** Some words by which a person knows it: "Telling parents". */
  title: string;
  texts: TextChange[];
  /** All that differs looks like typing errors put right. */
  typing: boolean;
  proposed: AnswerRule;
  /** For `map-levels`, and beside the scale: where each old code goes. */
  levels: LevelMap | null;
};

/** Two versions of a questionnaire side by side; each key of either is in exactly one thing of its subject. */
export type Comparison = {
  statements: ComparedThing[];
  sections: ComparedThing[];
  /** One scale each. */
  scale: ComparedThing;
  /** Fields, and the shares worked out from them. */
  fields: ComparedThing[];
  /** Title, introduction, settings: what touches no answer. */
  about: TextChange[];
};

/** Everything that changed, in the order it is shown: the scale, sections, statements, fields. */
export function changesOf(comparison: Comparison): ComparedThing[] {
  const { scale, sections, statements, fields } = comparison;
  return [scale, ...sections, ...statements, ...fields].filter(({ kind }) => kind !== "unchanged");
}

/** Whether two versions say the same in all that is compared. */
export function isSame(comparison: Comparison): boolean {
  return changesOf(comparison).length === 0 && comparison.about.length === 0;
}
