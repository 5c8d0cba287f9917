import { addDays, type Day } from "~/domain/calendar/day";
import type { AppliedSection } from "~/domain/questionnaire/applicability";
import type { Definition, Item, Section } from "~/domain/questionnaire/definition";
import { levelsOf } from "~/domain/questionnaire/definition-lookup";
import { EMPTY_ANSWER, fieldKey, sectionKey, type AnswerContent } from "~/domain/response/answer";
import { DEMO_WORDS, pick, steady } from "~db/demo/words";

export type InventedAnswer = { key: string; content: AnswerContent };

type About = {
  definition: Definition;
  /** Statements with a legal duty that is asked as Yes / Partly / No. */
  asked: ReadonlySet<string>;
  /** So that each school answers in its own way, the same at every loading. */
  urn: string;
  /** The day the answers are given. */
  today: Day;
};

/** Levels from a mostly middling school: of ten statements one Starting, three, four, one and a rest. */
const TOOLKIT = ["1", "2", "2", "2", "3", "3", "3", "3", "4", "3"];
const ASTHMA = ["3", "3", "3", "3", "3", "2", "3", "3", "1", "3"];

/** Answers to a whole section, with its summing-up where the questionnaire asks for one. */
export function inventedSection(applied: AppliedSection, about: About): InventedAnswer[] {
  const { section, items } = applied;
  const answers = items.map((item) => ({
    key: item.key,
    content: inventedItem(section, item, about),
  }));
  if (!about.definition.settings.sectionSummary || items.length === 0) return answers;
  const seed = `${about.urn} ${section.key}`;
  const headline = pick(["2", "3", "3"], seed);
  const commentary = pick(DEMO_WORDS.section, seed);
  return [
    ...answers,
    { key: sectionKey(section.key), content: { ...EMPTY_ANSWER, level: headline, commentary } },
  ];
}

function inventedItem(section: Section, item: Item, about: About): AnswerContent {
  const seed = `${about.urn} ${about.definition.key} ${item.key}`;
  const isAsthma = about.definition.settings.needed === "starters";
  const wanted = pick(isAsthma ? ASTHMA : TOOLKIT, seed);
  const ready = levelsOf(about.definition, section).find((level) => level.code === "R");
  const level = ready !== undefined && steady(seed, 9) === 4 ? "R" : wanted;
  const duty = about.asked.has(item.key)
    ? pick(["yes", "yes", "yes", "partly"] as const, seed)
    : null;
  return {
    ...EMPTY_ANSWER,
    level,
    commentary: inventedWords({ section, about, level, seed }),
    whereSeen: pick(DEMO_WORDS.whereSeen, seed),
    duty,
    dutyNote: duty === "partly" ? pick(DEMO_WORDS.duty, seed) : "",
    helpWanted: level === "1" && !isAsthma,
  };
}

type Asking = { section: Section; about: About; level: string; seed: string };

function inventedWords({ section, about, level, seed }: Asking): string {
  const chosen = levelsOf(about.definition, section).find((one) => one.code === level);
  if (chosen === undefined || chosen.asks === null) return "";
  if (level === "R") return pick(DEMO_WORDS.ready, seed);
  if (level === "N") return pick(DEMO_WORDS.doesNotApply, seed);
  if (about.definition.settings.needed === "starters") return pick(DEMO_WORDS.partly, seed);
  return pick(DEMO_WORDS.sharing, seed);
}

/** Numbers and dates beside the statements, for a school of a few hundred pupils. */
export function inventedFields({ definition, urn, today }: About): InventedAnswer[] {
  const roll = 180 + steady(urn, 240);
  return definition.fields.map((field) => ({
    key: fieldKey(field.key),
    content: { ...EMPTY_ANSWER, value: inventedValue({ ...field, roll, urn, today }) },
  }));
}

type Wanted = {
  key: string;
  kind: "count" | "date" | "text" | "email";
  roll: number;
  urn: string;
  today: Day;
};

function inventedValue({ key, kind, roll, urn, today }: Wanted): string {
  if (kind === "email") return `asthma-lead@${urn}.demo.test`;
  if (kind === "text")
    return key.toLowerCase().includes("deputy") ? "Rhian Calloway" : "Owen Sandiford";
  if (kind === "date") return addDays(today, DAYS[key] ?? 0);
  return String(COUNTS[key]?.(roll) ?? 1);
}

/** Days from today: the policy was approved two months ago, the training lapses next year. */
const DAYS: Record<string, number> = { policyApproved: -60, kitChecked: -20, trainingLapses: 300 };

const COUNTS: Record<string, (roll: number) => number> = {
  pupilsOnRoll: (roll) => roll,
  pupilsOnRegister: (roll) => Math.round(roll / 11),
  withPlan: (roll) => Math.round(roll / 11) - 1,
  withConsent: (roll) => Math.round(roll / 11) - 2,
  staffEmployed: (roll) => Math.round(roll / 8),
  staffTrained: (roll) => Math.round((roll / 8) * 0.88),
};
