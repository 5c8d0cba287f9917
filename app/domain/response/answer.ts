import { z } from "~/domain/zod";

/**
 * One answer a school gives. Statements, section summaries and number fields are all answers, told apart by
 * their key, so that saving, conflicts, earlier versions and the snapshot have one mechanism:
 * `C2` a statement · `section:C` the headline (level) and "How do you know?" (commentary) of section C ·
 * `field:pupilsOnRoll` a field beside the statements (value).
 */
export const DUTY_ANSWERS = ["yes", "partly", "no"] as const;
export type DutyAnswer = (typeof DUTY_ANSWERS)[number];

/** Longest commentary, in UTF-16 code units: about two printed pages. */
export const COMMENTARY_MAX = 4000;
/** Longest "Where could someone see this?" line. */
export const WHERE_SEEN_MAX = 300;
export const FIELD_MAX = 200;

export const AnswerContentSchema = z.object({
  level: z.string().max(1).nullable(),
  commentary: z.string().max(COMMENTARY_MAX),
  whereSeen: z.string().max(WHERE_SEEN_MAX),
  duty: z.enum(DUTY_ANSWERS).nullable(),
  dutyNote: z.string().max(COMMENTARY_MAX),
  helpWanted: z.boolean(),
  toConfirm: z.boolean(),
  value: z.string().max(FIELD_MAX),
});
export type AnswerContent = z.infer<typeof AnswerContentSchema>;

export const EMPTY_ANSWER: AnswerContent = {
  level: null,
  commentary: "",
  whereSeen: "",
  duty: null,
  dutyNote: "",
  helpWanted: false,
  toConfirm: false,
  value: "",
};

/** An answer as it stands now. `revision` counts saves from 1; 0 means never saved. */
export type Answer = AnswerContent & {
  key: string;
  revision: number;
  updatedAt: Date;
  updatedBy: { id: string; name: string };
};

/** Which kind of answer a key names, and what it names. */
export type AnswerKey =
  | { kind: "item"; item: string }
  | { kind: "section"; section: string }
  | { kind: "field"; field: string };

/** Reads an answer key; it does not say whether the questionnaire has such a thing. */
export function parseAnswerKey(key: string): AnswerKey {
  if (key.startsWith("section:")) return { kind: "section", section: key.slice(8) };
  if (key.startsWith("field:")) return { kind: "field", field: key.slice(6) };
  return { kind: "item", item: key };
}

export const sectionKey = (section: string): string => `section:${section}`;
export const fieldKey = (field: string): string => `field:${field}`;
