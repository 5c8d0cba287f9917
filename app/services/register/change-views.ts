import { DaySchema } from "~/domain/calendar/day";
import { formatDate } from "~/domain/calendar/format";
import { COMPARED_FIELDS, FIELD_LABELS } from "~/domain/register/school-fields";
import { z } from "~/domain/zod";

export type ChangeView = { label: string; from: string; to: string };

const ValueSchema = z.union([z.string(), z.number(), z.null()]);
const ChangesSchema = z.array(
  z.object({ field: z.enum(COMPARED_FIELDS), from: ValueSchema, to: ValueSchema }),
);

/** What a line changes, as it is shown; `changes` is the JSON an import keeps. */
export function changesOf(changes: string): ChangeView[] {
  return ChangesSchema.parse(JSON.parse(changes)).map(({ field, from, to }) => ({
    label: FIELD_LABELS[field],
    from: valueWords(from),
    to: valueWords(to),
  }));
}

const valueWords = (value: string | number | null): string => {
  if (value === null || value === "") return "nothing";
  return DaySchema.safeParse(value).success ? formatDate(String(value)) : String(value);
};
