import type { ChangeKind } from "~/domain/questionnaire/compare/comparison";
import type { AnswerRule, ChangeSubject } from "~/domain/questionnaire/definition";
import type { TagColour } from "../tag";

export const KIND_WORDS: Record<ChangeKind, { words: string; colour: TagColour }> = {
  unchanged: { words: "Unchanged", colour: "grey" },
  wording: { words: "Wording", colour: "violet" },
  guidance: { words: "Guidance", colour: "grey" },
  scale: { words: "Scale", colour: "sand" },
  added: { words: "Added", colour: "green" },
  removed: { words: "Removed", colour: "red" },
  split: { words: "Split", colour: "blue" },
  merged: { words: "Merged", colour: "blue" },
};

export const SUBJECT_WORDS: Record<ChangeSubject, string> = {
  statement: "Statement",
  section: "Section",
  scale: "Scale",
  field: "Number or date",
};

/** What a rule does to answers, as the author chooses it. */
export const RULE_WORDS: Record<AnswerRule, string> = {
  keep: "Keep the answer. Schools are asked nothing",
  "keep-and-confirm": "Keep the answer, and ask schools to read it again",
  "ask-again": "Ask again, with the old answer beside",
  "map-levels": "Move levels to new ones, and ask schools to read them again",
  combine: "Put the answers together, and ask schools to read them again",
  "set-aside": "Keep the answer with the version before only",
};
