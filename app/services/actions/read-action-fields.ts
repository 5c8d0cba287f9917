import {
  ACTION_FIELDS,
  ACTION_WORDS,
  ActionFieldsSchema,
  EMPTY_ACTION,
  type ActionFields,
  type ActionValues,
} from "~/domain/action/action-fields";
import { askedAboutNames } from "~/domain/people/asked-about-names";
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
  const confirmed = namesConfirmed;
  const questions = ACTION_WORDS.flatMap((field): ActionProblem[] =>
    askedAboutNames({ field, text: parsed.data[field], before: before[field], confirmed }),
  );
  return questions.length === 0 ? ok(parsed.data) : refused(questions);
}

/** design.md decision 11: what looks like a UPN is refused in every free text. */
export function pupilNumberIn(text: string): string | null {
  return findUpn(text).length > 0 ? "Take out what looks like a pupil number (UPN)" : null;
}
