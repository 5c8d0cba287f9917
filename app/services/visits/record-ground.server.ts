import type { Level } from "~/domain/questionnaire/definition";
import { parseSnapshot } from "~/domain/submission/canonical-snapshot";
import type { Snapshot } from "~/domain/submission/snapshot";
import { selfLevelOf } from "~/domain/visit/self-level";
import type { App } from "~/platform/app.server";
import { findSnapshot, findSubmissionById } from "~db/queries/submissions";
import { listVisitFocus } from "~db/queries/visits";
import { focusLabels } from "./focus-labels.server";
import type { LoadedVisit } from "./load-visit.server";
import type { FocusView } from "./views";

/** A focus section or statement with what the school signed of it. */
export type FocusLevel = FocusView & { level: Level | null };

/** What views and the record stand on: the focus, and the signed copy under visit. */
export type RecordGround = {
  focus: FocusLevel[];
  levels: Level[];
  /** Null where no copy was pinned. */
  moderates: { reference: string; number: number; sha256: string } | null;
};

export async function recordGround(app: App, { row }: LoadedVisit): Promise<RecordGround> {
  const rows = await listVisitFocus(app.db.read, { visitId: row.id });
  const focus = await focusLabels(app, row, rows);
  const copy = await pinnedCopy(app, row.submissionId);
  const levels = copy?.snapshot.levels ?? [];
  return {
    focus: focus.map((one) => ({ ...one, level: levelOf(copy?.snapshot ?? null, one) })),
    levels,
    moderates: copy?.moderates ?? null,
  };
}

async function pinnedCopy(app: App, submissionId: string | null) {
  if (submissionId === null) return null;
  const submission = await findSubmissionById(app.db.read, { submissionId });
  const text = await findSnapshot(app.db.read, { submissionId });
  if (submission === undefined || text === undefined) return null;
  const { reference, number, sha256 } = submission;
  return { snapshot: parseSnapshot(text), moderates: { reference, number, sha256 } };
}

function levelOf(snapshot: Snapshot | null, focus: FocusView): Level | null {
  if (snapshot === null) return null;
  const code = selfLevelOf(snapshot, focus);
  return snapshot.levels.find((level) => level.code === code) ?? null;
}
