import type { Calendar } from "~/domain/calendar/calendar";
import { addDays, type Day } from "~/domain/calendar/day";
import { formatDay } from "~/domain/calendar/format";
import { dayKind, type DayKind } from "~/domain/calendar/working-days";

/** Days in a row on which no visit can be, weekends alone left out. Both ends are closed days. */
export type ClosedSpell = { from: Day; to: Day; kind: "bank-holiday" | "school-holiday" };

type Open = { from: Day; to: Day; kinds: Set<DayKind> };

/** School holidays and bank holidays from a day on, for so many days. */
export function closedSpells(calendar: Calendar, from: Day, days: number): ClosedSpell[] {
  const spells: ClosedSpell[] = [];
  let open = null as Open | null;
  for (let step = 0; step <= days; step += 1) {
    const day = addDays(from, step);
    const kind = dayKind(calendar, day);
    if (kind !== "working" && step < days) {
      open = open === null ? { from: day, to: day, kinds: new Set() } : { ...open, to: day };
      open.kinds.add(kind);
      continue;
    }
    if (open !== null) spells.push(...spellOf(open));
    open = null;
  }
  return spells;
}

function spellOf({ from, to, kinds }: Open): ClosedSpell[] {
  if (kinds.has("school-holiday")) return [{ from, to, kind: "school-holiday" }];
  return kinds.has("bank-holiday") ? [{ from, to, kind: "bank-holiday" }] : [];
}

/** "Saturday 13 February to Sunday 21 February, school holiday". */
export function spellWords({ from, to, kind }: ClosedSpell): string {
  const days = from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`;
  return `${days}, ${kind === "school-holiday" ? "school holiday" : "bank holiday"}`;
}
