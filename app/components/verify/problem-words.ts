import { FILE_FIELD, REFERENCE_FIELD } from "~/forms/verify";
import type { CheckProblem } from "~/services/verify/views";

type Field = typeof FILE_FIELD | typeof REFERENCE_FIELD;

/** What is wrong with what was given, and at which field it is said. */
export const PROBLEM_WORDS: Record<CheckProblem, { fieldId: Field; text: string }> = {
  nothing: { fieldId: FILE_FIELD, text: "Choose the PDF, or type its reference" },
  empty: { fieldId: FILE_FIELD, text: "That file is empty. Choose the PDF again" },
  "too-large": {
    fieldId: FILE_FIELD,
    text: "That file is larger than 25 MB. No signed copy is, so it is not one of ours",
  },
  "not-a-pdf": { fieldId: FILE_FIELD, text: "That file is not a PDF. Choose the signed PDF" },
  "not-a-reference": {
    fieldId: REFERENCE_FIELD,
    text: "That is not a reference. Type it as it stands at the top of the pages, like IT26-900412-1-7KQD",
  },
  mistyped: {
    fieldId: REFERENCE_FIELD,
    text: "That reference has a typing mistake. Compare each letter and figure with the paper",
  },
};

/** Too many files at one time. */
export const BUSY_WORDS = "Many files are being checked just now. Wait a minute, then try again";

/** Too many checks from one place. */
export function waitWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return `You have checked several times. Wait ${minutes === 1 ? "1 minute" : `${minutes} minutes`}, then try again`;
}
