import { z } from "~/domain/zod";

export const ACTION_TITLE_MAX = 300;
export const ACTION_ROLE_MAX = 80;
export const ACTION_NOTE_MAX = 2000;

/** A Kent term as it is stored and sorted: "2026-27 Term 4". */
export const TermTextSchema = z.string().regex(/^\d{4}-\d{2} Term [1-6]$/);

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: `Use ${max} characters or fewer` });

/** What the form holds, as typed. */
export type ActionFields = {
  title: string;
  whereWeAre: string;
  whereWeWant: string;
  leadRole: string;
  term: string;
  priority: string;
  resourceOrHelp: string;
  howWeWillKnow: string;
  progressNote: string;
};

/** One line of the plan as typed (domain.md 6.5). The lead is a role, never a name. */
export const ActionFieldsSchema = z.object({
  title: text(ACTION_TITLE_MAX).min(1, { error: "Write what will be done" }),
  whereWeAre: text(ACTION_NOTE_MAX),
  whereWeWant: text(ACTION_NOTE_MAX),
  leadRole: text(ACTION_ROLE_MAX).min(1, { error: "Write who leads, as a role, like SENCO" }),
  term: TermTextSchema.catch("").refine((term) => term !== "", { error: "Choose a term" }),
  priority: z
    .enum(["1", "2", "3"], { error: "Choose a priority from 1 to 3" })
    .transform((priority) => Number(priority)),
  resourceOrHelp: text(ACTION_NOTE_MAX),
  howWeWillKnow: text(ACTION_NOTE_MAX),
  progressNote: text(ACTION_NOTE_MAX),
});
export type ActionValues = z.infer<typeof ActionFieldsSchema>;

/** Every field, in the order of the form. */
export const ACTION_FIELDS = [
  "title",
  "whereWeAre",
  "whereWeWant",
  "leadRole",
  "term",
  "priority",
  "resourceOrHelp",
  "howWeWillKnow",
  "progressNote",
] as const satisfies readonly (keyof ActionFields)[];

/** Those that hold words a person thinks of, which may name a child. */
export const ACTION_WORDS = [
  "title",
  "whereWeAre",
  "whereWeWant",
  "leadRole",
  "resourceOrHelp",
  "howWeWillKnow",
  "progressNote",
] as const satisfies readonly (keyof ActionFields)[];

export const EMPTY_ACTION: ActionFields = {
  title: "",
  whereWeAre: "",
  whereWeWant: "",
  leadRole: "",
  term: "",
  priority: "2",
  resourceOrHelp: "",
  howWeWillKnow: "",
  progressNote: "",
};
