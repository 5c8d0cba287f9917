import { DUTY_ANSWERS, EMPTY_ANSWER, type AnswerContent } from "~/domain/response/answer";
import { z } from "~/domain/zod";
import { readUsedWords, withWords, type UsedWords } from "./used-words";

/**
 * Answers in a form, one codec for both ways of sending: the page without JavaScript posts every control,
 * autosave reads the same names and sends one answer as JSON. A control is named `C2.level`; dots of a key
 * become `_` ("9.3" is `9_3.level`), because a dot nests in react-hook-form.
 */
export type AnswerPart = keyof AnswerContent;
type FormPart = AnswerPart | "base" | "theirs" | "namesConfirmed";

const PARTS = Object.keys(EMPTY_ANSWER) as readonly AnswerPart[];

/** The name of the group of controls of one answer. */
export const answerGroup = (key: string): string => key.replaceAll(".", "_");
export const answerName = (key: string, part: FormPart): string => `${answerGroup(key)}.${part}`;
/** The id of a control, fit for a link: "C2-level", "section-C-commentary". */
export const answerId = (key: string, part: FormPart): string =>
  `${key.replace(/[^A-Za-z0-9]/g, "-")}-${part}`;

const keyOf = (group: string): string => group.replaceAll("_", ".");

/** Far above every limit of the domain: it refuses with the text given back, this only stops abuse. */
const TYPED_MAX = 200_000;
const Typed = z.string().max(TYPED_MAX);

const PostedContentSchema = z.object({
  level: z.string().max(20).nullable(),
  commentary: Typed,
  whereSeen: Typed,
  duty: z.enum(DUTY_ANSWERS).nullable(),
  dutyNote: Typed,
  helpWanted: z.boolean(),
  toConfirm: z.boolean(),
  value: Typed,
}) satisfies z.ZodType<AnswerContent>;

/** One answer as autosave sends it. */
export const AnswerSaveSchema = z.object({
  key: z.string().regex(/^[\w.:-]{1,60}$/),
  content: PostedContentSchema,
  base: z.number().int().min(0),
  saveId: z.string().regex(/^[\w-]{8,80}$/),
  namesConfirmed: z.boolean().default(false),
});
export type AnswerSave = z.infer<typeof AnswerSaveSchema>;

/** Who opened the page and typed: their id. */
export const WRITER_FIELD = "writer";
/** The same in what autosave sends. */
export const WriterSchema = z.object({ writer: z.string().max(80).catch("") });

/** What the writer chose about two versions, in a form without JavaScript. */
export const RESOLUTIONS = ["mine", "theirs", "both"] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** `wrongDuty`: something other than Yes, Partly or No was sent for the duty. */
export type PostedAnswer = Omit<AnswerSave, "saveId"> & { wrongDuty: boolean };
export type PostedAnswers = {
  answers: PostedAnswer[];
  resolve: { key: string; how: Resolution } | null;
  /** The words that "Use it" put into an answer. */
  use: UsedWords | null;
  /** Which button was pressed: where to go next. */
  then: string;
  /** The id of who opened the page; empty where it does not say. */
  writer: string;
};

/** Reads every answer of a posted form. "Keep theirs" leaves that answer out; "Keep mine" builds on theirs. */
export function readAnswers(form: FormData): PostedAnswers {
  const resolve = readResolution(form.get("resolve"));
  const use = readUsedWords(form.get("use"));
  const answers = [...groupsOf(form)]
    .map(([group, fields]) => readAnswer(keyOf(group), fields))
    .map((answer) => withResolution(answer, resolve, form))
    .map((answer) => withUsedWords(answer, use))
    .filter((answer) => answer.key !== resolve?.key || resolve.how !== "theirs");
  const writer = textOf(form.get(WRITER_FIELD));
  return { answers, resolve, use, then: textOf(form.get("then")), writer };
}

function withUsedWords(answer: PostedAnswer, use: UsedWords | null): PostedAnswer {
  if (use?.key !== answer.key) return answer;
  return { ...answer, content: withWords(answer.content, use.words) };
}

function groupsOf(form: FormData): Map<string, Map<string, string>> {
  const groups = new Map<string, Map<string, string>>();
  for (const [name, value] of form) {
    const [, group, part] = /^([\w:-]{1,60})\.([A-Za-z]+)$/.exec(name) ?? [];
    if (group === undefined || part === undefined) continue;
    const fields = groups.get(group) ?? new Map<string, string>();
    groups.set(group, fields.set(part, textOf(value)));
  }
  return groups;
}

function readAnswer(key: string, fields: ReadonlyMap<string, string>): PostedAnswer {
  const text = (part: FormPart) => fields.get(part) ?? "";
  const duty = z.enum(DUTY_ANSWERS).safeParse(fields.get("duty"));
  const content: AnswerContent = {
    level: text("level") || null,
    commentary: text("commentary"),
    whereSeen: text("whereSeen"),
    duty: duty.success ? duty.data : null,
    dutyNote: text("dutyNote"),
    helpWanted: text("helpWanted") !== "",
    toConfirm: text("toConfirm") !== "",
    value: text("value"),
  };
  return {
    key,
    content,
    base: readCount(text("base")),
    namesConfirmed: text("namesConfirmed") !== "",
    wrongDuty: !duty.success && text("duty") !== "",
  };
}

function withResolution(
  answer: PostedAnswer,
  resolve: PostedAnswers["resolve"],
  form: FormData,
): PostedAnswer {
  if (resolve?.key !== answer.key || resolve.how !== "mine") return answer;
  return { ...answer, base: readCount(textOf(form.get(answerName(answer.key, "theirs")))) };
}

function readResolution(value: FormDataEntryValue | null): PostedAnswers["resolve"] {
  const text = textOf(value);
  const how = RESOLUTIONS.find((each) => text.endsWith(`=${each}`));
  return how === undefined ? null : { how, key: text.slice(0, -how.length - 1) };
}

/** The value of a "Keep mine" button and its neighbours. */
export const resolutionValue = (key: string, how: Resolution): string => `${key}=${how}`;

const textOf = (value: FormDataEntryValue | null): string =>
  typeof value === "string" ? value : "";
const readCount = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0);

/** The content in the values that react-hook-form holds for a group; parts with no control stay as they stand. */
export function contentFromValues(values: unknown, standing: AnswerContent): AnswerContent {
  if (typeof values !== "object" || values === null) return standing;
  const given = Object.entries(values).filter(
    ([part, value]) => PARTS.some((known) => known === part) && value !== undefined,
  );
  const read = PostedContentSchema.safeParse({ ...standing, ...Object.fromEntries(given) });
  return read.success ? { ...read.data, level: read.data.level || null } : standing;
}

/** The posted answers that can be saved at all, each with a save id of its own. */
export function answersToSave({ answers }: PostedAnswers, newSaveId: () => string): AnswerSave[] {
  return answers
    .filter(({ wrongDuty }) => !wrongDuty)
    .map(({ key, content, base, namesConfirmed }) => ({
      key,
      content,
      base,
      namesConfirmed,
      saveId: newSaveId(),
    }));
}
