import type { Day } from "~/domain/calendar/day";
import { readDay } from "~/domain/calendar/read-day";
import { looksLikeUpn } from "~/domain/people/upn";
import { ok, refused, type Result } from "~/domain/result";
import { z } from "~/domain/zod";
import { readCourseDates } from "./course-dates";
import { SUPPORT_KINDS, type CourseDate, type SupportKind } from "./entry";
import {
  partsOf,
  type SupportField,
  type SupportProblem,
  type TypedSupport,
} from "./typed-support";

/** An entry that can be kept. */
export type JudgedSupport = {
  questionnaireId: string;
  kind: SupportKind;
  title: string;
  about: string;
  dates: CourseDate[];
  booking: string;
  link: string | null;
  email: string | null;
  telephone: string | null;
  itemKeys: string[];
  districts: string[];
  schoolId: string | null;
  validFrom: Day | null;
  validTo: Day | null;
};

export type SupportFacts = {
  /** What the person may keep entries for, with the keys of its statements. */
  questionnaires: readonly { id: string; key: string; itemKeys: readonly string[] }[];
  districts: readonly string[];
  /** Schools of the organisation by URN. */
  schools: ReadonlyMap<string, { id: string }>;
};

const line = (longest: number) =>
  z
    .string()
    .transform((text) => text.trim().replace(/\s+/g, " "))
    .refine((text) => text.length <= longest, `Use ${longest} characters or fewer`)
    .refine(
      (text) => looksLikeUpn(text).length === 0,
      "Take out what looks like a pupil number (UPN)",
    );
const optional = <T>(schema: z.ZodType<T, string>, message: string) =>
  z
    .string()
    .trim()
    .transform((text, context) => {
      if (text === "") return null;
      const read = schema.safeParse(text);
      if (read.success) return read.data;
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    });
const day = z
  .string()
  .trim()
  .transform((text, context) => {
    if (text === "") return null;
    const read = readDay(text);
    if (read === null) context.addIssue({ code: "custom", message: "Enter a day, like 26 1 2027" });
    return read;
  });

/** What each field is by itself; what it must be to others is `judgeSupport`'s. */
export const SupportFieldsSchema = z.object({
  kind: z.enum(SUPPORT_KINDS, { error: `Choose one of ${SUPPORT_KINDS.join(", ")}` }),
  title: line(120).refine((text) => text !== "", "Enter a name, like Checking need types together"),
  about: line(200),
  dates: z.string().transform((text, context) => {
    const read = readCourseDates(text);
    if (read.ok) return read.value;
    context.addIssue({ code: "custom", message: read.problem });
    return z.NEVER;
  }),
  booking: line(160),
  link: optional(
    z.url({ protocol: /^https?$/ }).max(500),
    "Enter a link that begins with https://",
  ),
  email: optional(z.email().max(254), "Enter an e-mail address, like inclusion@council.example"),
  telephone: optional(
    z.string().regex(/^\+?[\d ()]{5,24}$/),
    "Enter a telephone number, like 01632 960127",
  ),
  from: day,
  to: day,
});

/** Judges an entry of help, every field by itself, so that all problems are told at once. */
export function judgeSupport(
  typed: TypedSupport,
  facts: SupportFacts,
): Result<JudgedSupport, SupportProblem[]> {
  const problems: SupportProblem[] = [];
  const told = (field: SupportField, message: string) => {
    if (!problems.some((one) => one.field === field)) problems.push({ field, message });
  };
  const read = SupportFieldsSchema.safeParse(typed);
  for (const { path, message } of read.error?.issues ?? []) {
    told(fieldOf(path[0]), message);
  }
  const place = placeOf(typed, facts, told);
  if (!read.success) return refused(problems);
  const { from, to, ...fields } = read.data;
  if (from !== null && to !== null && to < from) told("to", "Enter a last day after the first");
  if (fields.kind !== "course" && fields.dates.length > 0) {
    told("dates", "Leave dates empty: only a course has them");
  }
  if (fields.kind === "template" && fields.link === null) {
    told("link", "Enter the link to the template");
  }
  const isReached = [fields.link, fields.email, fields.telephone].some((way) => way !== null);
  if (!isReached && fields.booking === "" && fields.kind !== "template") {
    told("booking", "Say how to book or ask, or give a link, an e-mail or a telephone number");
  }
  if (problems.length > 0) return refused(problems);
  return ok({ ...fields, ...place, validFrom: from, validTo: to });
}

const NAMES = Object.keys(SupportFieldsSchema.shape) as (keyof typeof SupportFieldsSchema.shape)[];
const fieldOf = (part: PropertyKey | undefined): SupportField =>
  NAMES.find((name) => name === part) ?? "title";

type Told = (field: SupportField, message: string) => void;

/** What the entry is tied to: statements, districts, and the school that shares. */
function placeOf(typed: TypedSupport, facts: SupportFacts, told: Told) {
  const owner = facts.questionnaires.find(({ key }) => key === typed.questionnaire.trim());
  if (owner === undefined) told("questionnaire", "Choose a questionnaire");
  const codes = partsOf(typed.statements, /[;,\s]+/).map((code) => code.toUpperCase());
  if (codes.length === 0) told("statements", "Enter at least one statement, like C5");
  const unknown = codes.filter((code) => owner?.itemKeys.includes(code) === false);
  if (unknown.length > 0) told("statements", `There is no statement ${unknown.join(", ")}`);
  const named = partsOf(typed.districts);
  const districts = named.map((name) => facts.districts.find((one) => sameWord(one, name)) ?? "");
  const strange = named.filter((_, index) => districts[index] === "");
  if (strange.length > 0) told("districts", `There is no district ${strange.join(", ")}`);
  return {
    questionnaireId: owner?.id ?? "",
    itemKeys: [...new Set(codes)],
    districts: [...new Set(districts)],
    schoolId: sharingSchool(typed, facts, told),
  };
}

/** A school is named only where it agreed. */
function sharingSchool(typed: TypedSupport, { schools }: SupportFacts, told: Told): string | null {
  const urn = typed.school.trim();
  if (typed.kind !== "school") {
    if (urn !== "") told("school", "Leave the school empty: only a school that shares has one");
    return null;
  }
  const found = schools.get(urn);
  if (found === undefined) told("school", "Enter the URN of a school you cover, six figures");
  if (typed.agreed.trim().toLowerCase() !== "yes") {
    told("agreed", "Ask the school first, then say that it agreed to be named");
  }
  return found?.id ?? null;
}

const sameWord = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
