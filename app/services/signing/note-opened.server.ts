import type { Actor } from "~/domain/policy/actor";
import { schoolRoles } from "~/domain/policy/roles";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { insertAudit } from "~db/queries/audit";
import { noteOpenedByOfficer } from "~db/queries/response-moves";
import { listSubmissions } from "~db/queries/submissions";
import type { LoadedSubmission } from "./load-submission.server";

/**
 * Notes, once, that someone outside the school has the words of the copy signed last: from then on the school
 * cannot call it back (design.md section 4). Call it before the words are given out. Whether the copy still
 * stands is read in the transaction: a recall goes wholly before, and then this throws `not-found`, or wholly
 * after, and is refused. Reading by the school itself is not noted.
 */
export async function noteOpened(app: App, actor: Actor, loaded: LoadedSubmission): Promise<void> {
  const { school, row, submission, responseFacts } = loaded;
  if (schoolRoles(actor, responseFacts).size > 0) return;
  // An earlier copy that still stands while a later one is being signed: the later one is not opened by this.
  if (!submission.isLatest || row.openedByOfficerAt !== null) return;
  const at = app.clock.now();
  const auditId = app.newId();
  const scope = { schoolId: school.id, responseId: row.id };
  await app.db.transact(async (tx) => {
    const [latest] = await listSubmissions(tx, scope);
    if (latest?.id !== submission.id) return;
    if (latest.state !== "standing") throw new AppError("not-found");
    if (!(await noteOpenedByOfficer(tx, { responseId: row.id, at }))) return;
    await insertAudit(tx, {
      id: auditId,
      at,
      actorId: actor.userId,
      event: "submission.opened",
      schoolId: school.id,
      organisationId: row.roundOrganisationId,
      subjectKind: "submission",
      subjectId: submission.id,
    });
  });
}
