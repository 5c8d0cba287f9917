import type { Day } from "~/domain/calendar/day";
import { SUPPORT_KINDS, type CourseDate, type SupportEntry } from "./entry";

type Asked = {
  /** Statements help is looked for with; empty: none. */
  itemKeys: readonly string[];
  today: Day;
  /** The school's own district; null: not known. */
  district: string | null;
};

/**
 * The help available for these statements on a day, each entry with the dates still to come: what stands for the
 * school's own district first, then what is for everywhere, then other districts; among those courses first and the
 * soonest of them first. A course whose dates have all passed is not among them.
 */
export function supportFor<T extends SupportEntry>(
  entries: readonly T[],
  { itemKeys, today, district }: Asked,
): T[] {
  const near = (entry: SupportEntry) => nearness(entry, district);
  return entries
    .filter((entry) => entry.itemKeys.some((key) => itemKeys.includes(key)) && isOn(entry, today))
    .map((entry) => ({ ...entry, dates: datesToCome(entry.dates, { today, district }) }))
    .sort(
      (a, b) =>
        near(a) - near(b) ||
        SUPPORT_KINDS.indexOf(a.kind) - SUPPORT_KINDS.indexOf(b.kind) ||
        compare(a.dates[0]?.on ?? "9999", b.dates[0]?.on ?? "9999") ||
        compare(a.title, b.title),
    );
}

/** Where an entry stands today. `past`: its last course date or its last day is over. */
export type SupportStanding = "on" | "coming" | "past" | "retired";

export function supportStanding(
  entry: Pick<SupportEntry, "retired" | "validFrom" | "validTo" | "dates">,
  today: Day,
): SupportStanding {
  if (entry.retired) return "retired";
  if (entry.validTo !== null && entry.validTo < today) return "past";
  if (entry.dates.length > 0 && entry.dates.every(({ on }) => on < today)) return "past";
  return entry.validFrom !== null && entry.validFrom > today ? "coming" : "on";
}

const isOn = (entry: SupportEntry, today: Day) => supportStanding(entry, today) === "on";

/** Dates from today on; those whose place names the school's district come first. */
function datesToCome(
  dates: readonly CourseDate[],
  { today, district }: Pick<Asked, "today" | "district">,
): CourseDate[] {
  const isHere = ({ place }: CourseDate) =>
    district !== null && place.toLowerCase().includes(district.toLowerCase());
  const left = dates.filter(({ on }) => on >= today);
  return [...left.filter(isHere), ...left.filter((date) => !isHere(date))];
}

function nearness({ districts }: SupportEntry, district: string | null): number {
  if (districts.length === 0) return 1;
  return district !== null && districts.includes(district) ? 0 : 2;
}

/** In code units, so that both engines and all machines agree. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
