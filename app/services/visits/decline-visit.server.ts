import type { Actor } from "~/domain/policy/actor";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { insertAudit } from "~db/queries/audit";
import { addInterest, changeStanding } from "~db/queries/visit-people";
import { loadVisit } from "./load-visit.server";
import { mailVisit, visitReaders } from "./mail-visit.server";
import { makeVisitMove } from "./move-visit.server";
import { tryAgain } from "./try-again.server";

type Where = { visitId: string };

/**
 * A reviewer says not this time. The visit stays proposed with one reviewer missing, and managers are told, who find
 * another. `tie`: the reviewer has a tie to the school, and is not asked for it again.
 */
export async function declineVisit(
  app: App,
  actor: Actor,
  { visitId, tie }: Where & { tie: boolean },
): Promise<void> {
  const loaded = await loadVisit(app, actor, { visitId, action: "visit.accept-as-reviewer" });
  const { row, today } = loaded;
  const readers = await visitReaders(app, row);
  const mine = readers.reviewers.find(({ userId }) => userId === actor.userId);
  if (mine === undefined) throw new AppError("conflict");
  const at = app.clock.now();
  const auditId = app.newId();
  await app.db.transact(async (tx) => {
    const change = { rowId: mine.rowId, from: "asked", to: "declined", at } as const;
    if (!(await changeStanding(tx, change))) throw new AppError("conflict");
    const interest = { reviewerId: mine.reviewerId, schoolId: row.schoolId, declaredOn: today };
    if (tie) await addInterest(tx, interest);
    await insertAudit(tx, {
      id: auditId,
      at,
      actorId: actor.userId,
      event: "visit.declined",
      schoolId: row.schoolId,
      organisationId: row.organisationId,
      subjectKind: "visit",
      subjectId: row.id,
      data: { part: mine.part },
    });
    const { managers: to, managerPath: path } = readers;
    await mailVisit(tx, app, { row, what: "declined", to, path, who: mine.name });
  });
  app.wakeWorker();
}

/** The headteacher asks once for another pair, and gives no reason. Managers are told, and those asked so far. */
export async function askForAnotherPair(app: App, actor: Actor, { visitId }: Where): Promise<void> {
  await tryAgain(async () => {
    const loaded = await loadVisit(app, actor, { visitId, action: "visit.accept-as-host" });
    const { row } = loaded;
    const readers = await visitReaders(app, row);
    const at = app.clock.now();
    const auditId = app.newId();
    await app.db.transact(async (tx) => {
      const also = { askedForAnotherAt: at };
      await makeVisitMove(tx, { actor, loaded, event: "askForAnother", at, auditId, also });
      for (const { rowId, standing } of readers.reviewers) {
        const change = { rowId, from: standing, to: "replaced", at } as const;
        if (!(await changeStanding(tx, change))) throw new AppError("conflict");
      }
      const { managers, managerPath: path, reviewers } = readers;
      await mailVisit(tx, app, { row, what: "another-pair", to: managers, path });
      await mailVisit(tx, app, { row, what: "not-needed", to: reviewers, path: "/visits" });
    });
  });
  app.wakeWorker();
}
