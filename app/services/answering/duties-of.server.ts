import type { Duty } from "~/domain/questionnaire/duties";
import type { App } from "~/platform/app.server";
import { listDuties } from "~db/queries/duties";
import { readTypes } from "./read-keys.server";

/** Every duty of a questionnaire, whatever its dates: the domain says which are in force. */
export async function dutiesOf(app: App, row: { questionnaireId: string }): Promise<Duty[]> {
  const rows = await listDuties(app.db.read, { questionnaireId: row.questionnaireId });
  return rows.map(({ id, itemKey, kind, source, validFrom, validTo, types, checked }) => ({
    id,
    itemKey,
    kind,
    source,
    validFrom,
    validTo,
    types: readTypes(types) ?? [],
    checked,
  }));
}
