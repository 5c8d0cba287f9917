import { formatDay } from "~/domain/calendar/format";
import type { Day } from "~/domain/calendar/day";
import { findUpn } from "~/domain/people/upn";

/** A letter to schools as typed: words in braces are filled in for each of them. */
export type LetterFields = { subject: string; text: string };
export type LetterProblem = {
  field: keyof LetterFields | "schools";
  message: string;
  asks?: "names";
};

/** What stands in braces, by what it says. */
export type Filling = { school: string; round: string; deadline: Day | null };

export const SUBJECT_MAX = 120;
export const TEXT_MAX = 3000;
/** Schools that are written to at once. */
export const LETTERS_AT_ONCE = 300;

const BRACES = /\{\s*([^{}]*?)\s*\}/g;
const KNOWN = ["school", "round", "deadline"] as const;

/** What a letter begins with. */
export const USUAL_LETTER: LetterFields = {
  subject: "{round}: {school}",
  text: [
    "{school} has not signed its self-review for {round} yet. The deadline is {deadline}.",
    "If something is in the way, or you need more time, reply to this e-mail and we will agree what helps.",
  ].join("\n\n"),
};

/** What is wrong with a letter before it can be filled in; empty when nothing is. */
export function letterProblems({ subject, text }: LetterFields): LetterProblem[] {
  return [
    ...fieldProblems("subject", { text: subject, most: SUBJECT_MAX, missing: "Write a subject" }),
    ...fieldProblems("text", { text, most: TEXT_MAX, missing: "Write what you want to say" }),
  ];
}

type Checked = { text: string; most: number; missing: string };

function fieldProblems(
  field: keyof LetterFields,
  { text, most, missing }: Checked,
): LetterProblem[] {
  const message = messageFor({ text, most, missing });
  return message === null ? [] : [{ field, message }];
}

function messageFor({ text, most, missing }: Checked): string | null {
  if (text.trim() === "") return missing;
  if (text.length > most) return `Use ${most} characters or fewer`;
  if (findUpn(text).length > 0) return "Take out what looks like a pupil number (UPN)";
  const unknown = [...text.matchAll(BRACES)].find(([, word = ""]) => !isKnown(word));
  if (unknown === undefined) return null;
  return `We do not know ${unknown[0]}. Use {school}, {round} or {deadline}`;
}

const isKnown = (word: string): boolean => KNOWN.some((known) => known === word.toLowerCase());

/** The words as one school reads them. */
export function fillWords(text: string, { school, round, deadline }: Filling): string {
  const words: Record<string, string> = {
    school,
    round,
    deadline: deadline === null ? "not set" : formatDay(deadline),
  };
  return text.replace(BRACES, (whole, word: string) => words[word.toLowerCase()] ?? whole);
}

/** A text as paragraphs: an empty line parts them. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\r?\n\s*\r?\n/)
    .map((one) => one.replace(/\s+/g, " ").trim())
    .filter((one) => one !== "");
