import { DaySchema } from "~/domain/calendar/day";
import type { SupportEntry } from "~/domain/support/entry";
import { z } from "~/domain/zod";
import type { SupportRow } from "~db/queries/support";

const TextsSchema = z.array(z.string());
const DatesSchema = z.array(z.object({ on: DaySchema, at: z.string(), place: z.string() }));

/** An entry as the domain works on it, from its row. */
export function storedSupport(row: SupportRow): SupportEntry {
  const { id, kind, title, about, booking, link, email, telephone, validFrom, validTo } = row;
  const { schoolId, schoolName } = row;
  return {
    id,
    kind,
    title,
    about,
    dates: DatesSchema.parse(JSON.parse(row.dates)),
    booking,
    link,
    email,
    telephone,
    itemKeys: TextsSchema.parse(JSON.parse(row.itemKeys)),
    districts: TextsSchema.parse(JSON.parse(row.districts)),
    school: schoolId === null || schoolName === null ? null : { id: schoolId, name: schoolName },
    validFrom,
    validTo,
    retired: row.retiredAt !== null,
  };
}
