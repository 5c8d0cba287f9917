import type { Actor } from "~/domain/policy/actor";
import type { ResponseEvent } from "~/domain/response/events";
import { transition, type Move, type MoveContext } from "~/domain/response/lifecycle";
import type { ResponseState } from "~/domain/response/states";
import { AppError } from "~/platform/app-error.server";
import { insertAudit, type AuditData } from "~db/queries/audit";
import {
  findStanding,
  moveResponse,
  type MoveNotes,
  type ResponseStanding,
} from "~db/queries/response-moves";
import type { Writer } from "~db/types";

/** The response to move, with what of its round the move turns on; a `Loaded` is one. */
export type MovedPlace = {
  school: { id: string };
  row: { id: string; governorSigns: boolean | null; roundOrganisationId: string | null };
};

/** A move to make inside a transaction. Ids and the time are made before it begins. */
export type Moving = {
  actor: Actor;
  loaded: MovedPlace;
  event: ResponseEvent;
  at: Date;
  auditId: string;
  context?: Partial<MoveContext>;
  notes?: MoveNotes;
  /** The version that must still stand, where the move is made of what was read before the transaction. */
  version?: number;
  /** Ids and hashes for the audit, never words. */
  data?: AuditData;
};

/**
 * Moves a response as the lifecycle says, from how it stands inside the transaction (design.md decision 4),
 * and writes the audit entry. Throws `conflict` when it has moved on meanwhile and `closed` when the round has
 * closed, so that nothing of the transaction stands.
 */
export async function makeMove(tx: Writer, moving: Moving): Promise<Move> {
  const { loaded, event, at } = moving;
  const scope = { schoolId: loaded.school.id, responseId: loaded.row.id };
  const standing = await findStanding(tx, scope);
  if (standing === undefined) throw new AppError("not-found");
  const context = { ...moveContext(loaded, standing), ...moving.context };
  const decided = transition(standing.state, event, context);
  if (!decided.ok) {
    const code = decided.problem.code === "round-closed" ? "closed" : "conflict";
    throw new AppError(code, { problem: decided.problem.code });
  }
  const { state, effects } = decided.value;
  const also = { ...moving.notes, ...remembered(effects, standing.state) };
  const { version } = moving;
  const move = { ...scope, from: standing.state, to: state, at, also, version };
  if (!(await moveResponse(tx, move))) throw new AppError("conflict");
  await noteMove(tx, moving);
  return decided.value;
}

/** Closing remembers the state that reopening goes back to. */
function remembered(effects: Move["effects"], from: ResponseState): MoveNotes {
  if (effects.includes("remember-state")) return { stateBeforeClosing: from };
  return effects.includes("forget-state") ? { stateBeforeClosing: null } : {};
}

function moveContext({ row }: MovedPlace, standing: ResponseStanding): MoveContext {
  return {
    roundOpen: standing.closedAt === null,
    governorSigns: row.governorSigns ?? false,
    openedByOfficer: standing.openedByOfficerAt !== null,
    hasStandingCopy: false,
    standingCopyReplied: false,
    stateBeforeClosing: standing.stateBeforeClosing,
    reason: "",
  };
}

async function noteMove(tx: Writer, moving: Moving): Promise<void> {
  const { actor, loaded, event, at } = moving;
  await insertAudit(tx, {
    id: moving.auditId,
    at,
    actorId: actor.userId,
    event: `response.${event}`,
    schoolId: loaded.school.id,
    organisationId: loaded.row.roundOrganisationId,
    subjectKind: "response",
    subjectId: loaded.row.id,
    data: moving.data ?? {},
  });
}
