import { itemsThatApply, type Applicability } from "~/domain/questionnaire/applicability";
import { compareVersions } from "~/domain/questionnaire/compare/compare-versions";
import type { Comparison } from "~/domain/questionnaire/compare/comparison";
import type { TextChange } from "~/domain/questionnaire/compare/word-runs";
import type { Definition } from "~/domain/questionnaire/definition";
import { findItem, findSection } from "~/domain/questionnaire/definition-lookup";
import {
  EMPTY_ANSWER,
  fieldKey,
  parseAnswerKey,
  sectionKey,
  type AnswerContent,
} from "~/domain/response/answer";
import { sameContent } from "~/domain/response/answer-content";
import { planMove, type StandingAnswers, type TouchedAnswer } from "~/domain/response/move-version";
import { askedBy } from "./load-move.server";
import type { MoveEffectView, MoveSide, MoveTouch, MoveWords } from "./views";

/** Two versions with the answers as they stood on the old one, and what the school said applies to it. */
export type Moving = {
  old: Definition;
  now: Definition;
  standing: StandingAnswers;
  applicability: Applicability;
};

/** What a move does to the answers of one school, old beside new; what does not apply to it is left out. */
export function moveEffect(moving: Moving): MoveEffectView {
  const { old, now, standing, applicability } = moving;
  const asked = askedBy(moving);
  const applies = appliedKeys(now, applicability);
  const comparison = compareVersions(old, now);
  const plan = planMove(standing, asked);
  const touched = plan.touched.filter(({ key }) => applies.has(key));
  const isLost = (key: string) => asked.fates.get(key)?.to.every((to) => !applies.has(to)) ?? false;
  const given = [...standing].filter(([, content]) => !sameContent(content, EMPTY_ANSWER));
  const applied = appliedKeys(old, applicability);
  const setAside = given.map(([key]) => key).filter((key) => applied.has(key) && isLost(key));
  const told = new Set([...touched.flatMap(({ from }) => from), ...setAside]);
  return {
    touched: touched.map((one) => touchView(one, { ...moving, comparison })),
    added: addedStatements(comparison)
      .filter((key) => applies.has(key))
      .map((key) => wordsAt(now, key)),
    setAside: setAside.map((key) => wordsAt(old, key)),
    untouched: given.filter(([key]) => applied.has(key) && !told.has(key)).length,
  };
}

/** Every answer key that a school is asked for. */
export function appliedKeys(definition: Definition, applicability: Applicability): Set<string> {
  const sections = itemsThatApply(definition, applicability).filter(
    ({ items }) => items.length > 0,
  );
  return new Set([
    ...definition.fields.map(({ key }) => fieldKey(key)),
    ...sections.flatMap(({ section, items }) => [
      ...items.map(({ key }) => key),
      sectionKey(section.key),
    ]),
  ]);
}

const addedStatements = ({ statements }: Comparison): string[] =>
  statements.filter(({ kind }) => kind === "added").flatMap(({ to }) => to);

type Compared = Moving & { comparison: Comparison };

function touchView(
  touched: TouchedAnswer,
  { old, now, standing, comparison }: Compared,
): MoveTouch {
  const { key, rule, asks, note, content } = touched;
  const from = touched.from.map((one) => sideOf(old, one, standing.get(one) ?? EMPTY_ANSWER));
  return {
    ...{ rule, asks, note, from, to: sideOf(now, key, content) },
    differs: differsAt(comparison, key),
    section: sectionOf(now, key),
  };
}

/** The words that differ about one answer, for one that went to one place. */
function differsAt({ statements, sections, fields }: Comparison, key: string): TextChange[] {
  const named = parseAnswerKey(key);
  const things = { item: statements, section: sections, field: fields }[named.kind];
  const plain = key.slice(key.indexOf(":") + 1);
  const thing = things.find(
    ({ from, to }) => to.length === 1 && from.length === 1 && to[0] === plain,
  );
  return thing?.texts ?? [];
}

function sectionOf(definition: Definition, key: string): string | null {
  const named = parseAnswerKey(key);
  if (named.kind === "field") return null;
  return named.kind === "section"
    ? named.section
    : (findItem(definition, named.item)?.section.key ?? null);
}

/** One answer under the words that a questionnaire asks for it with. */
export function sideOf(definition: Definition, key: string, content: AnswerContent): MoveSide {
  const level = definition.scale.levels.find(({ code }) => code === content.level) ?? null;
  return { ...wordsAt(definition, key), content, level };
}

/** A key with the words by which a questionnaire asks for its answer. */
export function wordsAt(definition: Definition, key: string): MoveWords {
  const named = parseAnswerKey(key);
  if (named.kind === "item")
    return { key, words: findItem(definition, named.item)?.item.statement ?? key };
  if (named.kind === "field") {
    const field = definition.fields.find((one) => one.key === named.field);
    return { key, words: field?.label ?? key };
  }
  const title = findSection(definition, named.section)?.title ?? "";
  return { key, words: `Section ${named.section} as a whole: ${title}` };
}
