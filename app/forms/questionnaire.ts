import { fieldOf } from "./invitation";

export const QUESTIONNAIRE_FILE_FIELD = "file";
/** Far above a questionnaire of some hundred statements; within what a form may carry. */
export const QUESTIONNAIRE_FILE_MAX_BYTES = 900 * 1024;

/** The number of a version in an address; 0, which no version has, for anything else. */
export const readNumber = (text: string | undefined): number =>
  text !== undefined && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0;

/** What a form of the comparison says of one change. */
export function readRuleForm(form: FormData) {
  const levels = new Map<string, string>();
  for (const [name, value] of form)
    if (name.startsWith("level-") && typeof value === "string") levels.set(name.slice(6), value);
  return {
    id: fieldOf(form, "change"),
    rule: fieldOf(form, "rule"),
    note: fieldOf(form, "note"),
    levels,
  };
}
