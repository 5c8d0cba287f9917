import type { AppliedSection } from "~/domain/questionnaire/applicability";
import type { Item } from "~/domain/questionnaire/definition";
import { fieldKey } from "~/domain/response/answer";
import { hasWords } from "~/domain/questionnaire/needs-words";
import {
  lacksOf,
  summaryLacks,
  type ItemLack,
  type SummaryLack,
} from "~/domain/questionnaire/progress";
import { answerTo, neededItems, type SelfReview } from "~/domain/questionnaire/self-review";

/** A statement that is not done, with what it lacks. */
export type StatementLeft = { key: string; short: string; section: string; lacks: ItemLack[] };
export type SectionLeft = { key: string; title: string; lacks: SummaryLack[] };
export type FieldLeft = { key: string; label: string };

/**
 * What is left before the head can sign, each list in the order of the questionnaire. "11 left" on screen is
 * `statements.length`; nothing is left when `ready`. `minutes` is a round guess, 0 when ready.
 */
export type WhatIsLeft = {
  statements: StatementLeft[];
  sections: SectionLeft[];
  fields: FieldLeft[];
  next: StatementLeft | null;
  minutes: number;
  ready: boolean;
};

/** Minutes a thing takes by and large: our own guess, to be set right by what schools tell us. */
const MINUTES = { level: 1, words: 2, confirm: 0.5, section: 2, field: 0.5 } as const;

export function whatIsLeft(review: SelfReview): WhatIsLeft {
  const statements = statementsLeft(review);
  const sections = sectionsLeft(review);
  const fields = fieldsLeft(review);
  return {
    statements,
    sections,
    fields,
    next: statements[0] ?? null,
    minutes: roundMinutes(
      statements.reduce((sum, { lacks }) => sum + minutesFor(lacks), 0) +
        sections.length * MINUTES.section +
        fields.length * MINUTES.field,
    ),
    ready: statements.length + sections.length + fields.length === 0,
  };
}

/** The first statement not done after a key, coming round to the start; null when all are done. */
export function nextLeft(review: SelfReview, afterKey: string): StatementLeft | null {
  const order = review.sections.flatMap(({ items }) => items.map((item) => item.key));
  const place = order.indexOf(afterKey);
  const left = statementsLeft(review);
  return left.find(({ key }) => order.indexOf(key) > place) ?? left[0] ?? null;
}

/** Statements that are needed, and any other whose answer was brought and nobody has read again: it would be signed. */
function statementsLeft(review: SelfReview): StatementLeft[] {
  return review.sections.flatMap((applied) =>
    applied.items
      .filter(isCounted(review, applied))
      .map((item) => ({
        key: item.key,
        short: item.short,
        section: applied.section.key,
        lacks: lacksOf(review, applied.section, item),
      }))
      .filter(({ lacks }) => lacks.length > 0),
  );
}

function isCounted(review: SelfReview, applied: AppliedSection): (item: Item) => boolean {
  const needed = new Set(neededItems(review, applied));
  return (item) => needed.has(item) || answerTo(review, item.key).toConfirm;
}

function sectionsLeft(review: SelfReview): SectionLeft[] {
  return review.sections
    .map((applied) => ({
      key: applied.section.key,
      title: applied.section.title,
      lacks: summaryLacks(review, applied),
    }))
    .filter(({ lacks }) => lacks.length > 0);
}

function fieldsLeft(review: SelfReview): FieldLeft[] {
  return review.definition.fields
    .filter((field) => {
      const { value, toConfirm } = answerTo(review, fieldKey(field.key));
      return toConfirm || (field.required && !hasWords(value));
    })
    .map(({ key, label }) => ({ key, label }));
}

function minutesFor(lacks: readonly ItemLack[]): number {
  if (lacks.includes("level")) return MINUTES.level;
  if (lacks.some((lack) => lack !== "to-confirm")) return MINUTES.words;
  return MINUTES.confirm;
}

/** Whole minutes to 10, then steps of 5: more would promise what we do not know. */
function roundMinutes(minutes: number): number {
  return minutes <= 10 ? Math.ceil(minutes) : Math.round(minutes / 5) * 5;
}
