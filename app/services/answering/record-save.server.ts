import { createHash } from "node:crypto";
import { canonicalText } from "~/domain/questionnaire/canonical";
import type { AnswerContent } from "~/domain/response/answer";
import { transition } from "~/domain/response/lifecycle";
import type { ResponseState } from "~/domain/response/states";
import { AppError } from "~/platform/app-error.server";
import { writeSave, type Save } from "~db/queries/answers";
import { insertAudit } from "~db/queries/audit";
import { moveResponse } from "~db/queries/response-moves";
import type { Writer } from "~db/types";

/** Writes one save with its audit entry, which points at the save and holds a hash of its text (decision 6). */
export async function recordSave(
  tx: Writer,
  { save, schoolId, auditId }: { save: Save; schoolId: string; auditId: string },
): Promise<void> {
  const { responseId, key, content } = save;
  // The row is taken, so nobody can have come between; if someone has, nothing of this batch may stand.
  if (!(await writeSave(tx, save))) throw new AppError("conflict", { responseId, key });
  await insertAudit(tx, {
    id: auditId,
    at: save.savedAt,
    actorId: save.savedBy,
    event: "answer.saved",
    schoolId,
    subjectKind: "answer-revision",
    subjectId: save.id,
    data: { responseId, key, revision: save.standsAt + 1, sha256: hashOf(content) },
  });
}

function hashOf(content: AnswerContent): string {
  return createHash("sha256").update(canonicalText(content)).digest("hex");
}

/** Where the first save takes a response whose round is open. */
export function stateAfterFirstSave(state: ResponseState): ResponseState {
  const move = transition(state, "firstSave", {
    roundOpen: true,
    governorSigns: false,
    openedByOfficer: false,
    hasStandingCopy: false,
    standingCopyReplied: false,
    stateBeforeClosing: null,
    reason: "",
  });
  return move.ok ? move.value.state : state;
}

type Start = {
  id: string;
  schoolId: string;
  responseId: string;
  from: ResponseState;
  to: ResponseState;
  actorId: string;
  at: Date;
};

/** Moves the response on with its first save. */
export async function recordStart(tx: Writer, start: Start): Promise<void> {
  const { id, at, actorId, schoolId, responseId } = start;
  if (!(await moveResponse(tx, start))) throw new AppError("conflict", { responseId });
  await insertAudit(tx, {
    id,
    at,
    actorId,
    event: "response.started",
    schoolId,
    subjectKind: "response",
    subjectId: responseId,
  });
}
