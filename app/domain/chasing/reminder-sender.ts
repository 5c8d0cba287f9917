import type { Day } from "~/domain/calendar/day";
import { isOn, type Cover, type OwnDistricts } from "./own-districts";

/** Somebody at the organisation; a contact may be a team. */
export type Correspondent = { name: string; email: string };

export type Staff = {
  organisation: { name: string };
  districts: readonly (OwnDistricts & Correspondent)[];
  covers: readonly Cover[];
  /** Officers and managers of today. */
  officers: readonly (Correspondent & { userId: string })[];
  contact: Correspondent;
};

/**
 * Whose name stands under a reminder to a school of a district: the colleague who covers it today, else its officer,
 * else the organisation's contact. Replies go to them.
 */
export function reminderSender(
  district: string,
  { organisation, districts, covers, officers, contact }: Staff,
  today: Day,
): Correspondent & { title: string } {
  const cover = covers.find((one) => isOn(one, today) && one.districts.includes(district));
  const covering = officers.find(({ userId }) => userId === cover?.coveredBy);
  const own = districts.find((one) => one.district === district);
  const officer = covering ?? own;
  const { name, email } = officer ?? contact;
  const title =
    officer === undefined
      ? organisation.name
      : `Inclusion officer for ${district}, ${organisation.name}`;
  return { name, email, title };
}
