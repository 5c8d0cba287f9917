import type { Actor } from "~/domain/policy/actor";
import { dayAgreedBy } from "~/domain/visit/clocks";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { findRoundOwnership } from "~db/queries/visit-people";
import { changeStanding, hasInterest } from "~db/queries/visit-people";
import type { Writer } from "~db/types";
import { loadVisit, type LoadedVisit } from "./load-visit.server";
import { mailVisit, visitReaders, type VisitReaders } from "./mail-visit.server";
import { makeVisitMove } from "./move-visit.server";
import { tryAgain } from "./try-again.server";
import type { VisitOutcome } from "./views";
import { calendarOf } from "./visit-days.server";

type Where = { visitId: string };

/**
 * A reviewer says yes, having confirmed that nothing ties them to the school. Throws `forbidden` for whoever is not
 * asked, `conflict` when they were replaced meanwhile.
 */
export async function acceptAsReviewer(
  app: App,
  actor: Actor,
  { visitId, noTies }: Where & { noTies: boolean },
): Promise<VisitOutcome> {
  const outcome = await tryAgain(async (): Promise<VisitOutcome> => {
    const loaded = await loadVisit(app, actor, { visitId, action: "visit.accept-as-reviewer" });
    const readers = await visitReaders(app, loaded.row);
    const mine = readers.reviewers.find(({ userId }) => userId === actor.userId);
    if (mine === undefined) throw new AppError("conflict");
    const tie = { reviewerId: mine.reviewerId, schoolId: loaded.row.schoolId };
    if (!noTies || (await hasInterest(app.db.read, tie)))
      return { kind: "problems", problems: [{ field: "noTies", message: TIES_MESSAGE }] };
    const at = app.clock.now();
    const auditId = app.newId();
    const calendar = await calendarOf(app, loaded.row, "REQUEST");
    await app.db.transact(async (tx) => {
      const change = { rowId: mine.rowId, from: "asked", to: "accepted", at } as const;
      if (!(await changeStanding(tx, change))) throw new AppError("conflict");
      const others = readers.reviewers.filter(({ rowId }) => rowId !== mine.rowId);
      const allAccepted =
        loaded.row.hostAcceptedAt !== null &&
        others.length === 1 &&
        others.every(({ standing }) => standing === "accepted");
      const data = { interestsConfirmed: true };
      const moving = { actor, loaded, event: "accept", at, auditId, data } as const;
      const move = await makeVisitMove(tx, { ...moving, context: { allAccepted } });
      if (move.state === "accepted") await tellAccepted(tx, app, { loaded, readers });
      // The day held while another was found: it goes into this reviewer's calendar too.
      const { row } = loaded;
      if (row.visitOn !== null)
        await mailVisit(tx, app, { row, what: "day-agreed", to: [mine], calendar });
    });
    return { kind: "done", done: "accepted" };
  });
  app.wakeWorker();
  return outcome;
}

const TIES_MESSAGE = "Say that nothing ties you to this school, or choose “Not this time”";

/** The headteacher says yes; from then on the ownership rule is fixed as the round says it (design.md section 3). */
export async function acceptAsHost(app: App, actor: Actor, { visitId }: Where) {
  await tryAgain(async () => {
    const loaded = await loadVisit(app, actor, { visitId, action: "visit.accept-as-host" });
    const { row } = loaded;
    if (row.hostAcceptedAt !== null) throw new AppError("conflict", { problem: "host-accepted" });
    const readers = await visitReaders(app, row);
    const round = await findRoundOwnership(app.db.read, { roundId: row.roundId });
    if (round === undefined) throw new AppError("not-found");
    const at = app.clock.now();
    const auditId = app.newId();
    const accepted = readers.reviewers.filter(({ standing }) => standing === "accepted");
    const { visitOwnership: ownershipRule, viewsFirst } = round;
    await app.db.transact(async (tx) => {
      const move = await makeVisitMove(tx, {
        actor,
        loaded,
        event: "accept",
        at,
        auditId,
        context: { hostAccepted: true, allAccepted: accepted.length === 2 },
        also: { hostAcceptedAt: at, hostAcceptedBy: actor.userId, ownershipRule, viewsFirst },
        data: { ownershipRule },
      });
      if (move.state === "accepted") await tellAccepted(tx, app, { loaded, readers });
    });
  });
  app.wakeWorker();
}

type Told = { loaded: LoadedVisit; readers: VisitReaders };

/** Everybody has said yes: a day is next, by when. */
async function tellAccepted(tx: Writer, app: App, { loaded, readers }: Told): Promise<void> {
  const { row, calendar, today } = loaded;
  // A day that held while a reviewer was replaced needs no new one.
  if (row.visitOn !== null) return;
  const by = dayAgreedBy(calendar, today);
  const to = [...readers.hosts, ...readers.reviewers];
  await mailVisit(tx, app, { row, what: "accepted", to, by });
}
