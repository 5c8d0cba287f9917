import { DRAFT_STEPS, type DraftStep, type RoundDraft } from "~/domain/round/draft";
import type { TypedExtension } from "~/domain/round/extension";
import type { SchoolChoice } from "~/domain/round/school-choice";
import { TERM_NUMBERS, type TypedTerms } from "~/domain/calendar/judge-terms";

/** Longest text and longest list a form gives back; their rules are stricter. */
const MOST = 8000;
const MOST_TICKS = 5000;

/** The question an address names; null where it names none. */
export const readStep = (name: string | undefined): DraftStep | null =>
  DRAFT_STEPS.find((step) => step === name) ?? null;

/** The answers to one question as typed. What the form does not have stays as it is kept. */
export function readAnswers(step: DraftStep, form: FormData): Partial<RoundDraft> {
  switch (step) {
    case "questionnaire":
      return texts(form, ["versionId", "title", "year", "kind"]);
    case "sections":
      return { ...texts(form, ["ask", "chooseAtLeast"]), sections: ticks(form, "sections") };
    case "dates":
      return texts(form, ["opensOn", "firstDeadline", "finalDeadline", "validityMonths"]);
    case "schools":
      return { schools: readSchoolChoice(form) };
    case "rules":
      return {
        ...texts(form, ["governorSigns", "visitOwnership", "viewsFirst"]),
        sharedWith: ticks(form, "sharedWith"),
      };
    case "message":
      return texts(form, ["message"]);
  }
}

type TextField = Exclude<keyof RoundDraft, "schools" | "sections" | "sharedWith">;

/** Those of the fields that the form has: dates of the other kind of round are not shown, and not lost. */
function texts(form: FormData, fields: readonly TextField[]): Partial<RoundDraft> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = form.get(field);
      return typeof value === "string" ? [[field, value.slice(0, MOST)]] : [];
    }),
  );
}

function ticks(form: FormData, name: string): string[] {
  return form
    .getAll(name)
    .filter((value): value is string => typeof value === "string")
    .slice(0, MOST_TICKS);
}

/** Which schools are ticked. */
export function readSchoolChoice(form: FormData): SchoolChoice {
  return {
    all: form.has("all"),
    phases: ticks(form, "phases"),
    districts: ticks(form, "districts"),
    types: ticks(form, "types"),
    groups: ticks(form, "groups"),
    picked: ticks(form, "picked"),
  };
}

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value.slice(0, MOST) : "";
};

/** More time for a school, as typed. */
export const readExtension = (form: FormData): TypedExtension => ({
  firstDeadline: textOf(form, "firstDeadline"),
  finalDeadline: textOf(form, "finalDeadline"),
  reason: textOf(form, "reason"),
});

/** The six terms of a year, as typed. */
export function readTerms(form: FormData): TypedTerms {
  const fields = TERM_NUMBERS.flatMap((term) => [`from${term}`, `to${term}`]);
  return Object.fromEntries(fields.map((field) => [field, textOf(form, field)]));
}
