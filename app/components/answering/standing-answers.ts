import type { AnswerView, OnePageView, SectionView } from "~/services/answering/views";

/** Answers as they are saved, by key, in the order of a page. */
export type Standing = readonly (readonly [string, AnswerView])[];

type Item = { key: string; answer: AnswerView };
const standingOf = (items: readonly Item[]): Standing =>
  items.map(({ key, answer }) => [key, answer] as const);

/** The answers of the levels view: the statements. */
export const standingLevels = ({ items }: { items: readonly Item[] }): Standing =>
  standingOf(items);

/** The answers of the full view: the statements and the summing-up. */
export function standingSection({ items, summary }: SectionView): Standing {
  const summed = summary ? [[summary.answerKey, summary.answer] as const] : [];
  return [...standingOf(items), ...summed];
}

/** The answers of a one-page form: its points, then its numbers and names. */
export function standingOnePage({ starters, goingFurther, fields }: OnePageView): Standing {
  const points = [...starters, ...goingFurther.flatMap(({ items }) => items)];
  return [
    ...standingOf(points),
    ...fields.map(({ answerKey, answer }) => [answerKey, answer] as const),
  ];
}
