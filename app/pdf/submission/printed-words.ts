import type {
  PrintedRemoval,
  PrintedSignOff,
  Snapshot,
  SnapshotItem,
} from "~/domain/submission/snapshot";

import type { Mark } from "../engine/level-mark";

/** Dates and times as people here read them: "22 November 2026", "14:02", in London. */
const DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "Europe/London",
});
const TIME = new Intl.DateTimeFormat("en-GB", {
  hour: "2-digit",
  minute: "2-digit",
  hour12: false,
  timeZone: "Europe/London",
});

export const dayOf = (moment: Date): string => DAY.format(moment);

export const dayAndTimeOf = (moment: Date): string =>
  `${DAY.format(moment)}, ${TIME.format(moment)}`;

/** A calendar day written 2026-11-22 in full; anything else as it is. */
export function dayWritten(text: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/.exec(text);
  if (match === null) return text;
  const moment = new Date(text.length === 10 ? `${text}T12:00:00Z` : text);
  return Number.isNaN(moment.getTime()) ? text : dayOf(moment);
}

/** A term as stored, "2026-27 Term 4", in words: in a table with its year, in a sentence without. */
export function termWritten(term: string, where: "table" | "sentence"): string {
  const match = /^(\d{2})(\d{2})-(\d{2}) (Term [1-6])$/.exec(term);
  if (match === null) return term;
  const [, century = "", first = "", second = "", name = ""] = match;
  return where === "sentence"
    ? `the end of ${name}`
    : `${name}, ${century}${first} to ${century}${second}`;
}

/** "1 statement", "12 statements". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** The check code in groups of four, for reading aloud. */
export const inFours = (code: string): string => (code.match(/.{1,4}/g) ?? []).join(" ");

export type Level = Snapshot["levels"][number];

export function levelOf(snapshot: Snapshot, code: string | null): Level | null {
  return snapshot.levels.find((level) => level.code === code) ?? null;
}

export function markOf(level: Level | null): Mark {
  if (level === null) return { kind: "unanswered", steps: 0 };
  // Asthma's answers take the fills of steps 3, 2 and 1 (look/README.md section 3).
  const { mark, steps: own } = level;
  const steps = { tick: 3, half: 2, cross: 1, steps: own, fifths: own, ready: 0, none: 0 }[mark];
  return { kind: mark, steps };
}

/** The level with the most bars, where the scale has bars: the fourth of four, or the fifth of five. */
export function highestLevel({ levels }: Pick<Snapshot, "levels">): Level | null {
  const barred = levels.filter(({ mark }) => mark === "steps" || mark === "fifths");
  return barred.reduce<Level | null>(
    (most, level) => (most === null || level.steps > most.steps ? level : most),
    null,
  );
}

export const levelName = (level: Level | null): string => level?.name ?? "Not answered";

export const itemsOf = (snapshot: Snapshot): SnapshotItem[] =>
  snapshot.sections.flatMap((section) => section.items);

/** A statement whose level counts, or that waits for one; not "Ready" and not "Does not apply". */
export function doesNotApply(snapshot: Snapshot, item: SnapshotItem): boolean {
  return levelOf(snapshot, item.level)?.mark === "none";
}

/**
 * Levels from the most steps down (Yes before Partly before No), those outside the count last, each with how
 * many statements chose it. Zero is a figure too.
 */
export function levelCounts(
  snapshot: Snapshot,
  items: readonly SnapshotItem[],
): { level: Level; count: number }[] {
  return [...snapshot.levels]
    .sort((one, other) => markOf(other).steps - markOf(one).steps)
    .map((level) => ({ level, count: items.filter((item) => item.level === level.code).length }));
}

/** "3 Established, 2 Developing, 1 Not answered": a row of marks in words. */
export function spreadInWords(snapshot: Snapshot, items: readonly SnapshotItem[]): string {
  const parts = levelCounts(snapshot, items)
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => `${count} ${level.name}`);
  const open = items.filter((item) => levelOf(snapshot, item.level) === null).length;
  return [...parts, ...(open > 0 ? [`${open} Not answered`] : [])].join(", ");
}

/** The kind of an expectation in the words of the screen; Kent's word comes from the owner. */
export function dutyKind(snapshot: Snapshot, kind: SnapshotItem["duties"][number]["kind"]): string {
  switch (kind) {
    case "must":
      return "Legal duty";
    case "should":
      return "National guidance";
    case "local":
      return `${snapshot.questionnaire.ownerLabel} expectation`;
  }
}

export const dutyAnswer = (answer: SnapshotItem["duty"]): string =>
  answer === null ? "Not answered" : { yes: "Yes", partly: "Partly", no: "No" }[answer];

/** Joins words as a sentence does: "A, B and C". */
export function listed(words: readonly string[]): string {
  if (words.length <= 1) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

/** Words ended with a full stop where they have none. */
export function sentence(words: string): string {
  const text = words.trim();
  return text === "" || /[.!?\u2026]["\u2019\u201D)]?$/.test(text) ? text : `${text}.`;
}

/** The first sentence of what was written, at most `most` characters, or nothing when it is longer. */
export function firstSentence(words: string, most: number): string {
  const text = words.trim().replace(/\s+/g, " ");
  const end = /[.!?](?=\s|$)/.exec(text);
  const first = end === null ? text : text.slice(0, end.index + 1);
  return first.length <= most ? sentence(first) : "";
}

export function signOffVerb(kind: PrintedSignOff["kind"]): string {
  return {
    signed: "Signed",
    countersigned: "Countersigned",
    declined: "Declined",
    "minute-noted": "Minute noted",
    "not-given": "Round closed",
  }[kind];
}

/** "Personal details removed on 24 November 2026; signed by Sam Fletcher on 22 November 2026." */
export function removalLine(removed: PrintedRemoval, signOffs: readonly PrintedSignOff[]): string {
  const given = signOffs.filter(({ kind }) => kind === "signed" || kind === "countersigned");
  const signed = given.map(({ name, signedAt }) => `${name} on ${dayOf(signedAt)}`);
  const by = signed.length === 0 ? "" : `; signed by ${listed(signed)}`;
  return `Personal details removed on ${dayOf(removed.at)}${by}.`;
}
