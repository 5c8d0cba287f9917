import type { InChargeRow } from "~db/queries/ring-rows";

/** Heads, coordinators and governors, by school. */
export function peopleBySchool(rows: readonly InChargeRow[]): Map<string, InChargeRow[]> {
  const found = new Map<string, InChargeRow[]>();
  for (const row of rows) found.set(row.schoolId, [...(found.get(row.schoolId) ?? []), row]);
  return found;
}

/** Whether a role counts for a questionnaire: one that is limited to another does not. */
export const countsFor = (
  { questionnaireKey }: Pick<InChargeRow, "questionnaireKey">,
  key: string,
): boolean => questionnaireKey === null || questionnaireKey === key;
