import { moveConfirmation } from "~/domain/confirmation/lifecycle";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { readReason, type ReasonProblem } from "~/domain/response/reason";
import { ok, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import { insertAudit } from "~db/queries/audit";
import { moveConfirmationTo } from "~db/queries/confirmations";
import { factsOf } from "./confirm.server";
import { loadScheme, type SchemePlace } from "./load-scheme.server";
import { confirmationReaders, mailConfirmation } from "./mail-confirmation.server";
import { schemeSchools } from "./scheme-schools.server";

type Withdrawing = SchemePlace & { urn: string; confirmationId: string; reason: string };

/**
 * Withdraws a school's confirmation, with the reason that the school is told. Throws `not-found`, or `conflict` where
 * it is no longer the one that holds.
 */
export async function withdrawConfirmation(
  app: App,
  actor: Actor,
  { urn, confirmationId, reason, ...place }: Withdrawing,
): Promise<Result<"withdrawn", ReasonProblem>> {
  const { scheme, today } = await loadScheme(app, actor, place);
  const schools = await schemeSchools(app.db.read, { scheme });
  const school = schools.find((one) => one.urn === urn);
  if (school === undefined) throw new AppError("not-found");
  const { schoolId, last, copy } = school;
  stopUnless(can(actor, "confirmation.withdraw", factsOf(scheme, { schoolId, today })));
  const read = readReason(reason);
  if (!read.ok) return read;
  if (last?.id !== confirmationId) throw new AppError("conflict");
  const move = moveConfirmation(last, "withdraw", { today, reason: read.value });
  if (!move.ok) throw new AppError("conflict", { problem: move.problem.code });
  const readers = await confirmationReaders(app, { scheme, schoolId, copy });
  const at = app.clock.now();
  const auditId = app.newId();
  await app.db.transact(async (tx) => {
    const withdrawn = { at, by: actor.userId, reason: read.value };
    const change = { confirmationId, version: last.version, to: move.value, withdrawn };
    if (!(await moveConfirmationTo(tx, change))) throw new AppError("conflict");
    await insertAudit(tx, {
      id: auditId,
      at,
      actorId: actor.userId,
      event: "confirmation.withdrawn",
      schoolId,
      organisationId: scheme.organisationId,
      subjectKind: "confirmation",
      subjectId: confirmationId,
    });
    const letter = { scheme, school, confirmationId, endsOn: last.endsOn, to: readers };
    await mailConfirmation(tx, app, { ...letter, what: "withdrawn", reason: read.value });
  });
  app.wakeWorker();
  return ok("withdrawn");
}
