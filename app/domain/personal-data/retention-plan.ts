import type { Day } from "~/domain/calendar/day";
import { isDue, longestOf, type RetentionLimit } from "./retention-limits";
import {
  limitOf,
  USUAL_SETTINGS,
  type RetentionSettings,
  type SettableKind,
} from "./retention-settings";

/** Something an organisation's schedule speaks of. `since`: the last day it was of use. */
export type RetentionItem = {
  kind: SettableKind;
  id: string;
  since: Day;
  /** Organisations that look after it: its own, or those that cover its school. */
  keepers: readonly string[];
};

export type Schedule = { settings: RetentionSettings; started: boolean };
/** By organisation. One that is missing has its usual settings and has not started. */
export type Schedules = ReadonlyMap<string, Schedule>;

/**
 * How long an item is kept; null: nobody has let deleting begin. Where several organisations look after it, the
 * longest of those that have started counts. What is nobody's goes by the usual settings.
 */
export function limitFor(item: Pick<RetentionItem, "kind" | "keepers">, schedules: Schedules) {
  const { kind, keepers } = item;
  if (keepers.length === 0) return limitOf(USUAL_SETTINGS, kind);
  const limits = keepers.flatMap((id): RetentionLimit[] => {
    const schedule = schedules.get(id);
    return schedule?.started === true ? [limitOf(schedule.settings, kind)] : [];
  });
  return limits.length === 0 ? null : longestOf(limits);
}

/** What of these may go today. */
export function itemsDue(
  items: readonly RetentionItem[],
  { schedules, today }: { schedules: Schedules; today: Day },
): RetentionItem[] {
  return items.filter((item) => {
    const limit = limitFor(item, schedules);
    return limit !== null && isDue(limit, { since: item.since, today });
  });
}

/** The same schedules with one organisation's as it would be. */
export function withSchedule(
  schedules: Schedules,
  { organisationId, settings }: { organisationId: string; settings: RetentionSettings },
): Schedules {
  return new Map([...schedules, [organisationId, { settings, started: true }]]);
}

export type KindCount = { kind: SettableKind; due: number; oldest: Day | null };

/** How many of an organisation's things of a kind are due, and the oldest of all that would stay. */
export function countKind(kind: SettableKind, { items, due, organisationId }: Counted): KindCount {
  const isOwn = (item: RetentionItem) =>
    item.kind === kind && item.keepers.includes(organisationId);
  const going = new Set(due.filter(isOwn).map(({ id }) => id));
  const staying = items.filter((item) => isOwn(item) && !going.has(item.id));
  const days = staying.map(({ since }) => since).sort();
  return { kind, due: going.size, oldest: days[0] ?? null };
}

type Counted = {
  items: readonly RetentionItem[];
  due: readonly RetentionItem[];
  organisationId: string;
};
