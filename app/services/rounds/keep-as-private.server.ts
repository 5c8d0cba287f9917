import { contentOf } from "~/domain/response/answer-content";
import type { App } from "~/platform/app.server";
import { listAnswers, writeSave } from "~db/queries/answers";
import { insertAudit } from "~db/queries/audit";
import { insertResponse } from "~db/queries/responses";
import type { RoundResponseRow } from "~db/queries/rounds";
import type { Writer } from "~db/types";

type Kept = { row: RoundResponseRow; roundSections: string | null; at: Date };

/**
 * Copies an amendment in progress to a private self-review of the school: what applies and every answer as it
 * stands, under the name and time of whoever saved it last; its earlier versions stay with the first. The audit
 * row names no person of an organisation and no round: that it exists is the school's to know.
 */
export async function keepAsPrivate(
  tx: Writer,
  app: App,
  { row, roundSections, at }: Kept,
): Promise<void> {
  const { schoolId, versionId, phases, types, confirmedAt, confirmedBy } = row;
  const responseId = app.newId();
  await insertResponse(tx, {
    id: responseId,
    schoolId,
    roundId: null,
    versionId,
    period: 1,
    state: "in-progress",
    phases,
    types,
    chosenSections: row.chosenSections ?? roundSections,
    confirmedAt,
    confirmedBy,
    createdAt: at,
    updatedAt: at,
    version: 1,
  });
  for (const answer of await listAnswers(tx, { schoolId, responseId: row.id })) {
    await writeSave(tx, {
      id: app.newId(),
      answerId: app.newId(),
      responseId,
      key: answer.key,
      standsAt: 0,
      basedOn: 0,
      saveId: app.newId(),
      content: contentOf(answer),
      savedBy: answer.updatedById,
      savedAt: answer.updatedAt,
    });
  }
  await insertAudit(tx, {
    id: app.newId(),
    at,
    actorId: null,
    event: "response.kept-as-private",
    schoolId,
    subjectKind: "response",
    subjectId: responseId,
    data: { from: row.id },
  });
}
