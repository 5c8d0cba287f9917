import type { Day } from "~/domain/calendar/day";
import type { Phase } from "~/domain/questionnaire/definition";
import { accreditationOn, type Accreditation } from "./accreditation";

export const REGISTER_SHOWS = [
  "everybody",
  "visits-left",
  "ends-soon",
  "over",
  "not-assured",
  "interests-missing",
] as const;
export type RegisterShows = (typeof REGISTER_SHOWS)[number];

/** What the address of the register asks for. */
export type RegisterFilter = {
  shows: RegisterShows;
  phase: Phase | null;
  district: string | null;
  /** Part of a name. */
  name: string;
};

/** What filters look at. */
export type Listed = {
  name: string;
  phases: readonly Phase[];
  districts: readonly string[];
  accreditedUntil: Day;
  offered: number;
  taken: number;
  assuredOn: Day | null;
  interestsDeclared: boolean;
};

/** Those of the register that a filter asks for, in their order. Somebody without districts goes anywhere. */
export function filterRegister<T extends Listed>(
  all: readonly T[],
  { shows, phase, district, name }: RegisterFilter,
  today: Day,
): T[] {
  const part = name.trim().toLowerCase();
  return all.filter(
    (one) =>
      isShown(one, shows, today) &&
      (phase === null || one.phases.includes(phase)) &&
      (district === null || one.districts.length === 0 || one.districts.includes(district)) &&
      one.name.toLowerCase().includes(part),
  );
}

function isShown(one: Listed, shows: RegisterShows, today: Day): boolean {
  const standing: Accreditation = accreditationOn(one.accreditedUntil, today);
  switch (shows) {
    case "everybody":
      return true;
    case "visits-left":
      return standing !== "over" && one.taken < one.offered;
    case "ends-soon":
    case "over":
      return standing === shows;
    case "not-assured":
      return one.assuredOn === null;
    case "interests-missing":
      return !one.interestsDeclared;
  }
}
