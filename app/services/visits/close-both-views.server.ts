import type { Actor } from "~/domain/policy/actor";
import { ok, refused, type Result } from "~/domain/result";
import { checkText, recordLimits } from "~/domain/visit/record-limits";
import { namesInRecord, type RecordProblem } from "~/domain/visit/record-problems";
import { mergeSent, type Clash, type Sent } from "~/domain/visit/three-way";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { newAsking } from "~/services/signing/ask-for-document.server";
import type { RecordRow } from "~db/queries/visit-record-rows";
import type { Writer } from "~db/types";
import { endVisit } from "./close-visit.server";
import { loadVisit, type LoadedVisit } from "./load-visit.server";
import { visitReaders, type VisitReaders } from "./mail-visit.server";
import { makeVisitMove } from "./move-visit.server";
import { recordFrame, type RecordFrame } from "./record-compose.server";
import { freezeRecord, newRandom } from "./record-freeze.server";
import { changeRecord, takeRecord } from "./record-lock.server";
import { tryAgain } from "./try-again.server";

export type BothViewsInput = {
  visitId: string;
  /** `view`, which is this side's own, and `thirdPerson`. */
  sent: ReadonlyMap<string, Sent>;
  close: boolean;
  /** The writer has said that no box names a child. */
  namesConfirmed?: boolean;
};

export type BothViewsRefusal = { problems: RecordProblem[]; clashes: Clash[] };

/** Whose view a person writes: the lead's is the reviewers', a head's the school's. */
export type Side = "reviewersView" | "schoolView";

/**
 * Where the two cannot agree: each side writes its own view, one of them names a third person, and the visit closes
 * with both recorded. A side changes its own words only. Throws `forbidden`, or `conflict` at another step.
 */
export async function writeBothViews(
  app: App,
  actor: Actor,
  input: BothViewsInput,
): Promise<Result<{ closed: boolean }, BothViewsRefusal>> {
  const refusal = await tryAgain(async () => {
    const { visitId } = input;
    const action = "visit.close-with-both-views";
    const loaded = await loadVisit(app, actor, { visitId, action });
    const { state } = loaded.row;
    if (state !== "with-school" && state !== "agreed") throw new AppError("conflict");
    const readers = await visitReaders(app, loaded.row);
    const frame = await recordFrame(app, loaded);
    const at = app.clock.now();
    const writing = { ...input, app, actor, loaded, readers, frame, at, random: newRandom() };
    return app.db.transact((tx) => write(tx, writing));
  });
  app.wakeWorker();
  const isHeld = refusal.problems.length > 0 || refusal.clashes.length > 0;
  return isHeld ? refused(refusal) : ok({ closed: input.close });
}

/** The side a person writes for. */
export function sideOf(actor: Actor, { reviewers }: Pick<LoadedVisit, "reviewers">): Side {
  return reviewers.some(({ userId }) => userId === actor.userId) ? "reviewersView" : "schoolView";
}

type Writing = BothViewsInput & {
  app: App;
  actor: Actor;
  loaded: LoadedVisit;
  readers: VisitReaders;
  frame: RecordFrame;
  at: Date;
  random: Uint8Array;
};

async function write(tx: Writer, writing: Writing): Promise<BothViewsRefusal> {
  const { actor, loaded, sent, close, namesConfirmed = false } = writing;
  const taken = await takeRecord(tx, writing);
  const side = sideOf(actor, loaded);
  const stands = { view: taken[side], thirdPerson: taken.thirdPerson };
  const merged = mergeSent(stands, sent);
  const now = { ...stands, ...merged.write };
  const limits = recordLimits(1);
  const wrong: RecordProblem[] = [
    ...checkText("view", now.view, limits.bothViews),
    ...checkText("thirdPerson", now.thirdPerson, limits.thirdPerson),
  ];
  const asking = { before: stands, namesConfirmed, problems: wrong };
  const problems = [...wrong, ...namesInRecord(merged.write, asking)];
  if (problems.length > 0) return { problems, clashes: merged.clashes };
  const written = { [side]: now.view.trim(), thirdPerson: now.thirdPerson.trim() };
  const record = await changeRecord(tx, taken, written);
  if (!close || merged.clashes.length > 0) return { problems: [], clashes: merged.clashes };
  const missing = missingIn(record, side);
  if (missing.length === 0) await closeVisit(tx, writing, record);
  return { problems: missing, clashes: [] };
}

/** What is still to write before it can close: the other side's view is told at its own place. */
function missingIn(record: RecordRow, side: Side): RecordProblem[] {
  const boxes = [
    ["view", record[side]],
    ["otherView", record[side === "schoolView" ? "reviewersView" : "schoolView"]],
    ["thirdPerson", record.thirdPerson],
  ] as const;
  return boxes.flatMap(([field, text]) => (text === "" ? [{ field, code: "empty" as const }] : []));
}

async function closeVisit(tx: Writer, writing: Writing, record: RecordRow): Promise<void> {
  const { app, actor, loaded, at } = writing;
  await freezeRecord(tx, record, writing);
  await makeVisitMove(tx, {
    actor,
    loaded,
    event: "closeWithBothViews",
    at,
    auditId: app.newId(),
    context: { bothViewsWritten: true },
  });
  await endVisit(tx, { ...writing, asking: newAsking(app, at) });
}
