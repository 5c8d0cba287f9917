import {
  ActionFieldsSchema,
  type ActionFields,
  type ActionValues,
} from "~/domain/action/action-fields";
import { findUpn } from "~/domain/people/upn";
import { ok, refused, type Result } from "~/domain/result";
import type { ActionProblem } from "./views";

const FIELDS = [
  "title",
  "leadRole",
  "term",
  "priority",
  "howWeWillKnow",
  "progressNote",
] as const satisfies readonly (keyof ActionFields)[];

/** Reads an action as typed; every field that needs changing has its own message, in the form's order. */
export function readActionFields(fields: ActionFields): Result<ActionValues, ActionProblem[]> {
  const parsed = ActionFieldsSchema.safeParse(fields);
  const said = new Map(
    (parsed.error?.issues ?? []).map((issue) => [String(issue.path[0]), issue.message]),
  );
  const problems = FIELDS.flatMap((field): ActionProblem[] => {
    const message = said.get(field) ?? pupilNumberIn(fields[field]);
    return message === null ? [] : [{ field, message }];
  });
  return parsed.success && problems.length === 0 ? ok(parsed.data) : refused(problems);
}

/** design.md decision 11: what looks like a UPN is refused in every free text. */
function pupilNumberIn(text: string): string | null {
  return findUpn(text).length > 0 ? "Take out what looks like a pupil number (UPN)" : null;
}
