import {
  ACTION_FIELDS,
  ACTION_WORDS,
  ActionFieldsSchema,
  EMPTY_ACTION,
  type ActionFields,
  type ActionValues,
} from "~/domain/action/action-fields";
import { namesQuestion } from "~/domain/people/names-question";
import { newLikelyNames } from "~/domain/people/new-likely-names";
import { findUpn } from "~/domain/people/upn";
import { ok, refused, type Result } from "~/domain/result";
import type { ActionProblem } from "./views";

type Words = Pick<ActionFields, (typeof ACTION_WORDS)[number]>;

type Reading = {
  /** What stood before. */
  before?: Words;
  /** The writer has said that the words asked about name no child. */
  namesConfirmed: boolean;
};

/**
 * Reads an action as typed; every field that needs changing has its own message, in the form's order. Words that
 * may name a child are asked about once nothing is wrong, as in answers.
 */
export function readActionFields(
  fields: ActionFields,
  { before = EMPTY_ACTION, namesConfirmed }: Reading,
): Result<ActionValues, ActionProblem[]> {
  const parsed = ActionFieldsSchema.safeParse(fields);
  const said = new Map(
    (parsed.error?.issues ?? []).map((issue) => [String(issue.path[0]), issue.message]),
  );
  const problems = ACTION_FIELDS.flatMap((field): ActionProblem[] => {
    const message = said.get(field) ?? pupilNumberIn(fields[field]);
    return message === null ? [] : [{ field, message }];
  });
  if (!parsed.success || problems.length > 0) return refused(problems);
  const questions = namesConfirmed ? [] : namesIn(parsed.data, before);
  return questions.length === 0 ? ok(parsed.data) : refused(questions);
}

function namesIn(fields: Words, before: Words): ActionProblem[] {
  return ACTION_WORDS.flatMap((field): ActionProblem[] => {
    const names = newLikelyNames(fields[field], { before: before[field] });
    return names.length === 0 ? [] : [{ field, message: namesQuestion(names), asks: "names" }];
  });
}

/** design.md decision 11: what looks like a UPN is refused in every free text. */
export function pupilNumberIn(text: string): string | null {
  return findUpn(text).length > 0 ? "Take out what looks like a pupil number (UPN)" : null;
}
