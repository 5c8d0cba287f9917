import { addDays, type Day } from "~/domain/calendar/day";
import { formatDate } from "~/domain/calendar/format";
import { overlaps, itemsThatApply, type Applicability } from "~/domain/questionnaire/applicability";
import type { Definition } from "~/domain/questionnaire/definition";
import type { Duty } from "~/domain/questionnaire/duties";
import type { ResponseState } from "~/domain/response/states";

/** What a change of a duty is looked at in: a school's answers that are still being written, or are not. */
export type AnsweringResponse = {
  id: string;
  state: ResponseState;
  definition: Definition;
  applicability: Applicability;
};

/** Begun and not signed: what is signed keeps the duties it froze (design.md section 2, Duty). */
const BEING_WRITTEN: readonly ResponseState[] = ["in-progress", "ready-to-sign"];

type Change = { before: Duty | null; after: Duty };

/**
 * The self-reviews a new or changed duty touches: being written, showing its statement, and of a school whose type the
 * duty binds or bound before. Only they are asked to look again.
 */
export function touchedBy<R extends AnsweringResponse>(
  { before, after }: Change,
  responses: readonly R[],
): R[] {
  const versions = before === null ? [after] : [before, after];
  return responses.filter(
    ({ state, definition, applicability }) =>
      BEING_WRITTEN.includes(state) &&
      itemsThatApply(definition, applicability).some(({ items }) =>
        items.some(({ key }) => key === after.itemKey),
      ) &&
      versions.some(({ types }) => overlaps(types, applicability.types)),
  );
}

/**
 * The day on which a change asks schools to look again; null: at once. One that changes nothing for anybody before its
 * first day waits for that day (design.md section 2, Duty: dated).
 */
export function asksOn({ before, after }: Change, today: Day): Day | null {
  const standsToday = ({ validFrom, validTo }: Duty) =>
    (validFrom === null || validFrom <= today) && (validTo === null || today <= validTo);
  if (after.validFrom === null || after.validFrom <= today) return null;
  return before !== null && standsToday(before) ? null : after.validFrom;
}

/** Days back to which first days are looked for, so that a server that stood still forgets none. */
const LATEST_DAYS = 7;

/** First days of duties that schools are asked about on a day: that day, and those shortly before it. */
export const firstDaysOn = (today: Day): { from: Day; until: Day } => {
  return { from: addDays(today, 1 - LATEST_DAYS), until: today };
};

const KINDS = {
  must: "Legal duty",
  should: "National guidance",
  local: "Expectation",
} as const satisfies Record<Duty["kind"], string>;

/** A duty in one line, as a school is shown what it said and what it says: "Legal duty: … (from 1 April 2027)". */
export function dutyWords({ kind, source, checked, validFrom, validTo }: Omit<Duty, "id">): string {
  const dates = [
    validFrom === null ? "" : `from ${formatDate(validFrom)}`,
    validTo === null ? "" : `until ${formatDate(validTo)}`,
  ].filter((part) => part !== "");
  const notes = [...dates, ...(checked ? [] : ["reference to be checked"])];
  const aside = notes.length === 0 ? "" : ` (${notes.join(", ")})`;
  return `${KINDS[kind]}: ${source}${aside}`;
}
