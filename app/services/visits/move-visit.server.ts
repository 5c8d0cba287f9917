import type { Actor } from "~/domain/policy/actor";
import type { VisitEvent } from "~/domain/visit/events";
import { transition, type VisitContext, type VisitMove } from "~/domain/visit/lifecycle";
import { AppError } from "~/platform/app-error.server";
import { insertAudit, type AuditData } from "~db/queries/audit";
import { moveVisit, type VisitChange } from "~db/queries/visits";
import type { Writer } from "~db/types";
import type { LoadedVisit } from "./load-visit.server";

/** A move to make inside a transaction. Ids and the time are made before it begins. */
export type MovingVisit = {
  /** Null: the service itself, by its clocks. */
  actor: Pick<Actor, "userId"> | null;
  loaded: LoadedVisit;
  event: VisitEvent;
  /** The audit event where the lifecycle's own name would say too little: "visit.lapsed". */
  auditAs?: string;
  at: Date;
  auditId: string;
  /** Facts of the event that the visit's own row does not hold. */
  context?: Partial<VisitContext>;
  also?: VisitChange;
  /** Ids and codes for the audit, never words. */
  data?: AuditData;
};

/**
 * Moves a visit as the lifecycle says and writes the audit entry. The move holds only if the visit still stands as it
 * was loaded; else `conflict` is thrown and nothing of the transaction stands. An event that the lifecycle refuses is
 * a `conflict` too, with the problem's code in its details.
 */
export async function makeVisitMove(tx: Writer, moving: MovingVisit): Promise<VisitMove> {
  const { actor, loaded, event, at, also = {} } = moving;
  const { row, today } = loaded;
  const decided = transition(row.state, event, { ...contextOf(loaded), today, ...moving.context });
  if (!decided.ok) throw new AppError("conflict", { problem: decided.problem.code });
  const move = {
    visitId: row.id,
    from: row.state,
    to: decided.value.state,
    version: row.version,
    at,
    also,
  };
  if (!(await moveVisit(tx, move))) throw new AppError("conflict");
  await insertAudit(tx, {
    id: moving.auditId,
    at,
    actorId: actor?.userId ?? null,
    event: moving.auditAs ?? `visit.${event}`,
    schoolId: row.schoolId,
    organisationId: row.organisationId,
    subjectKind: "visit",
    subjectId: row.id,
    data: moving.data ?? {},
  });
  return decided.value;
}

/** What the row and its reviewers say; the rest each event brings itself. */
export function contextOf({ row, reviewers, today }: LoadedVisit): VisitContext {
  const accepted = reviewers.filter(({ standing }) => standing === "accepted");
  const hostAccepted = row.hostAcceptedAt !== null;
  return {
    today,
    allAccepted: hostAccepted && accepted.length === 2,
    hostAccepted,
    askedForAnother: row.askedForAnotherAt !== null,
    visitOn: row.visitOn,
    focusAgreed: row.focusAgreedAt !== null,
    sections: 0,
    statements: 0,
    copyStands: false,
    pointsSaid: false,
    signatures: [],
    bothViewsWritten: false,
    reason: "",
  };
}
