import type { DatedBreak } from "./key-lines";
import type { BreakReason } from "./links";
import type { Cell, Movement, Since } from "./over-time";

const MOVEMENT_WORDS: Record<Movement, string | null> = {
  "further-on": "Further on",
  back: "Back",
  same: "The same",
  unordered: null,
};

const ABSENT_WORDS = {
  "not-yet": "Not asked yet",
  "no-longer": "No longer asked",
  "not-asked": "Not asked of your school",
  "not-answered": "Not answered",
} as const;

/** What stands under an answer, or in the place of one, as sentences without their full stop. */
export function cellWords(cell: Cell): string[] {
  if (cell.given !== null) return cell.since === null ? [] : sinceWords(cell.since);
  const absent = ABSENT_WORDS[cell.absent];
  return [cell.change === null ? absent : `${absent}: ${lower(breakWords(cell.change))}`];
}

function sinceWords(since: Since): string[] {
  if (!since.comparable) return ["Not comparable with before", ...since.breaks.map(breakWords)];
  const moved = MOVEMENT_WORDS[since.movement];
  return [
    ...(moved === null ? [] : [moved]),
    ...since.reworded.map((version) => `Reworded in version ${version}`),
  ];
}

/** Why answers on the two sides of a break cannot be compared: "A1 was split into A1 and A9 in version 2". */
export function breakWords({ reason, from, to, version, note }: DatedBreak): string {
  const [before, after] = [listed(from), listed(to)];
  const words: Record<BreakReason, string> = {
    added: `New in version ${version}`,
    removed: `Taken out in version ${version}`,
    split: `${before} was split into ${after} in version ${version}`,
    merged: `${before} were put together as ${after} in version ${version}`,
    "asked-again": `Asked afresh in version ${version}`,
    scale: `The levels changed in version ${version}, and answers start afresh`,
    "level-gone": `The level chosen before has no match among the levels of version ${version}`,
    "worked-out": `Worked out from other numbers since version ${version}`,
  };
  return note === null ? words[reason] : `${words[reason]} (${note.replace(/\.\s*$/, "")})`;
}

function listed(keys: readonly string[]): string {
  const last = keys.at(-1) ?? "";
  return keys.length < 2 ? last : `${keys.slice(0, -1).join(", ")} and ${last}`;
}

/** Keys such as "A1" keep their capital. */
const lower = (words: string): string =>
  /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
