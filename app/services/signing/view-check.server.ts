import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { checkResponse, type ReadyProblem } from "~/domain/response/check";
import type { Snapshot } from "~/domain/submission/snapshot";
import type { App } from "~/platform/app.server";
import { loadResponse } from "~/services/answering/load-response.server";
import { openReview } from "~/services/answering/open-review.server";
import { responseHeader } from "~/services/answering/response-header";
import type { ResponseHeaderView } from "~/services/answering/views";
import { listSubmissions } from "~db/queries/submissions";
import { checkRules } from "./mark-ready.server";
import { previewSnapshot } from "./preview-snapshot.server";
import { viewLock, type LockView } from "./view-lock.server";

/** `viewCheck`: what is left, and the answers as the officer will read them. */
export type CheckView = {
  response: ResponseHeaderView;
  /** Nothing more to answer while empty, or when the answers are locked or signed. */
  problems: ReadyProblem[];
  /** The copy that signing now would freeze. */
  snapshot: Snapshot;
  lock: LockView | null;
  /** The latest signed copy of this response, set aside or not; null before the first. */
  lastCopy: number | null;
  mayMarkReady: boolean;
  mayTakeBack: boolean;
  maySign: boolean;
};

/** Everything to check before signing. Throws `not-found` or `forbidden`. */
export async function viewCheck(
  app: App,
  actor: Actor,
  place: { urn: string; responseId: string },
): Promise<CheckView> {
  const loaded = await loadResponse(app, actor, place);
  const { school, row, facts } = loaded;
  const { review } = await openReview(app, loaded);
  const check = checkResponse({ review, confirmed: row.phases !== null, ...checkRules(row) });
  const copies = await listSubmissions(app.db.read, { schoolId: school.id, responseId: row.id });
  const isOpen = row.state === "not-started" || row.state === "in-progress";
  return {
    response: responseHeader(actor, loaded),
    problems: isOpen ? check.problems : [],
    snapshot: await previewSnapshot(app, loaded),
    lock: await viewLock(app, row),
    lastCopy: copies[0]?.number ?? null,
    mayMarkReady: can(actor, "response.mark-ready", facts).allowed,
    mayTakeBack: can(actor, "response.take-back", facts).allowed,
    maySign: can(actor, "response.sign", facts).allowed,
  };
}
