import type { Finding } from "~/domain/visit/draft-record";
import {
  findRecord,
  listFindings,
  listPractices,
  listSuggestions,
} from "~db/queries/visit-record-rows";
import type { Reader } from "~db/types";
import type { RecordParts } from "./record-fields";

/** The parts of a record, findings in the order of the focus; undefined before it is begun. */
export async function recordParts(
  read: Reader,
  { visitId, focus }: { visitId: string; focus: readonly string[] },
): Promise<RecordParts | undefined> {
  const record = await findRecord(read, { visitId });
  if (record === undefined) return undefined;
  const rows = await listFindings(read, { visitId });
  const findings = focus.flatMap((key): Finding[] => {
    const row = rows.find((one) => one.key === key);
    if (row === undefined) return [];
    const { view, reason, saw, worksWell, wondered } = row;
    return [{ key, view, reason, saw, worksWell, wondered }];
  });
  const suggestions = await listSuggestions(read, { visitId });
  return { record, findings, suggestions, practices: await listPractices(read, { visitId }) };
}
