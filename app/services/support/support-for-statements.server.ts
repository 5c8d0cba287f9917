import type { Day } from "~/domain/calendar/day";
import type { SupportEntry } from "~/domain/support/entry";
import { supportFor } from "~/domain/support/support-for";
import type { App } from "~/platform/app.server";
import { listStandingSupport } from "~db/queries/support";
import { storedSupport } from "./stored-support";

type Asked = {
  questionnaireId: string;
  itemKeys: readonly string[];
  today: Day;
  /** The school's district, whose own help comes first; null: not known. */
  district: string | null;
};

/**
 * The help available today for these statements of a questionnaire, the school's own district first. What an officer's
 * reply can offer is `offerLines` of it. Asks the policy nothing: schools and officers all read what is available.
 */
export async function supportForStatements(
  app: App,
  { questionnaireId, itemKeys, today, district }: Asked,
): Promise<SupportEntry[]> {
  if (itemKeys.length === 0) return [];
  const rows = await listStandingSupport(app.db.read, { questionnaireId });
  return supportFor(rows.map(storedSupport), { itemKeys, today, district });
}
