import type { SummaryError } from "../form/error-summary";

type Problem<Field extends string> = { field: Field; message: string };

/** Problems of a form as its summary lists them: each control has its field's name as id. */
export const summaryOf = (problems: readonly Problem<string>[]): SummaryError[] =>
  problems.map(({ field, message }) => ({ fieldId: field, text: message }));

/** Id, name and error of one control. */
export const controlOf = <Field extends string>(
  field: Field,
  problems: readonly Problem<string>[],
): { id: Field; name: Field; error: string | undefined } => ({
  id: field,
  name: field,
  error: problems.find((problem) => problem.field === field)?.message,
});
