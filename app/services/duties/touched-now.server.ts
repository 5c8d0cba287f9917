import type { Duty } from "~/domain/questionnaire/duties";
import { touchedBy } from "~/domain/questionnaire/duty-change";
import type { App } from "~/platform/app.server";
import { applicabilityOf } from "~/services/answering/applicability-of.server";
import { publishedDefinition } from "~/services/answering/published-definition.server";
import { listBeingWritten } from "~db/queries/duty-asks";
import type { Reader } from "~db/types";

type Touching = { questionnaireId: string; before: Duty | null; after: Duty };

/** The self-reviews being written now that a new or changed duty touches. */
export async function touchedNow(
  app: App,
  read: Reader,
  { questionnaireId, before, after }: Touching,
) {
  const responses = [];
  for (const row of await listBeingWritten(read, { questionnaireId })) {
    const { id, state, roundId, school, roundSections, versionId, sha256, confirmedAt } = row;
    const definition = await publishedDefinition(app, { versionId, sha256 });
    const applicability = applicabilityOf(row, { school, roundSections });
    const schoolId = school.id;
    responses.push({ id, state, roundId, schoolId, confirmedAt, definition, applicability });
  }
  return touchedBy({ before, after }, responses);
}
