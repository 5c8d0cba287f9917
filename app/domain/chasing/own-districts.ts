import type { Day } from "~/domain/calendar/day";

/** Districts of one officer's role. */
export type OwnDistricts = { userId: string; district: string };

/** A colleague looks after an officer's districts between two days, both inclusive. */
export type Cover = {
  ownerId: string;
  ownerName: string;
  coveredBy: string;
  districts: readonly string[];
  from: Day;
  to: Day;
};

/** Whose a district is in somebody's list: null is their own. */
export type MineDistrict = { district: string; coveredFor: string | null };

export type MineAsked = {
  userId: string;
  own: readonly OwnDistricts[];
  covers: readonly Cover[];
  today: Day;
};

/**
 * The districts a person looks after on a day: their own, and those they cover, with whose they are. Districts that a
 * colleague covers stay in their owner's list too. By name; one that is their own is not said to be another's.
 */
export function mineOn({ userId, own, covers, today }: MineAsked): MineDistrict[] {
  const mine = new Map<string, MineDistrict>();
  for (const cover of covers.filter((one) => one.coveredBy === userId && isOn(one, today))) {
    for (const district of cover.districts) {
      mine.set(district, { district, coveredFor: cover.ownerName });
    }
  }
  for (const { district } of own.filter((one) => one.userId === userId)) {
    mine.set(district, { district, coveredFor: null });
  }
  return [...mine.values()].sort((a, b) => a.district.localeCompare(b.district, "en-GB"));
}

/** Whether a cover counts on a day. */
export function isOn({ from, to }: Pick<Cover, "from" | "to">, today: Day): boolean {
  return from <= today && today <= to;
}
