import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { ok, refused, type Result } from "~/domain/result";
import { checkRecord, namesInRecord, type RecordProblem } from "~/domain/visit/record-problems";
import { mergeSent, type Clash, type Sent } from "~/domain/visit/three-way";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import { listVisitFocus } from "~db/queries/visits";
import type { Writer } from "~db/types";
import { loadVisit, type LoadedVisit } from "./load-visit.server";
import { mailVisit, visitReaders, type VisitReaders } from "./mail-visit.server";
import { makeVisitMove } from "./move-visit.server";
import { recordBoxes } from "./record-fields";
import { changeRecord, takeRecord } from "./record-lock.server";
import { recordParts } from "./record-parts.server";
import { writeBoxes, writtenOf } from "./record-write.server";
import { tryAgain } from "./try-again.server";

export type RecordRefusal = { problems: RecordProblem[]; clashes: Clash[] };

export type SaveRecordInput = {
  visitId: string;
  /** By the names of `recordBoxes`. */
  sent: ReadonlyMap<string, Sent>;
  /** The writer has said that no box names a child. */
  namesConfirmed?: boolean;
  /** The lead sends it to the school, once nothing is to put right. */
  send: boolean;
};

/**
 * Saves what the reviewers write, box by box; what has a problem is told and not saved. Throws `forbidden` for
 * everybody but the two, and for sending by the second; `conflict` when the school has it.
 */
export async function saveRecord(
  app: App,
  actor: Actor,
  input: SaveRecordInput,
): Promise<Result<{ sent: boolean }, RecordRefusal>> {
  const result = await tryAgain(async () => {
    const { visitId, send } = input;
    const loaded = await loadVisit(app, actor, { visitId, action: "visit.write-record" });
    if (send) stopUnless(can(actor, "visit.send-record", loaded.facts));
    if (loaded.row.state !== "drafted") throw new AppError("conflict", { problem: "not-drafted" });
    const focus = (await listVisitFocus(app.db.read, { visitId })).map(({ key }) => key);
    const readers = await visitReaders(app, loaded.row);
    const saving = { ...input, app, actor, loaded, focus, readers, at: app.clock.now() };
    return app.db.transact((tx) => save(tx, saving));
  });
  app.wakeWorker();
  const isHeld = result.problems.length > 0 || result.clashes.length > 0;
  return isHeld ? refused(result) : ok({ sent: input.send });
}

type Saving = SaveRecordInput & {
  app: App;
  actor: Actor;
  loaded: LoadedVisit;
  focus: readonly string[];
  readers: VisitReaders;
  at: Date;
};

async function save(tx: Writer, saving: Saving): Promise<RecordRefusal> {
  const { app, loaded, focus, sent, send, namesConfirmed = false } = saving;
  const visitId = loaded.row.id;
  const taken = await takeRecord(tx, saving);
  const parts = await recordParts(tx, { visitId, focus });
  if (parts === undefined) throw new AppError("conflict");
  const stands = recordBoxes(parts);
  const { write, clashes } = mergeSent(stands, sent);
  const wanted = writtenOf({ ...stands, ...write }, focus);
  const wrong = checkRecord(wanted);
  const asking = { before: stands, namesConfirmed, problems: wrong };
  const problems = [...wrong, ...namesInRecord(write, asking)];
  const kept = withoutHeld(write, problems);
  const { schoolId } = loaded.row;
  const record = { ...parts, record: taken };
  const now = await writeBoxes(tx, { app, visitId, schoolId, focus, parts: record, write: kept });
  // While it is written only what was typed now is told; everything once it is to be sent.
  const told = send ? problems : problems.filter(({ field }) => write[field] !== undefined);
  const refusal = { problems: told, clashes };
  if (!send || told.length > 0 || clashes.length > 0) return refusal;
  await changeRecord(tx, now, { sentToSchoolAt: saving.at });
  await sendToSchool(tx, saving);
  return refusal;
}

/** Words that are too long, hold a pupil number or may name a child are not kept; what is only missing holds nothing up. */
function withoutHeld(write: Readonly<Record<string, string>>, problems: readonly RecordProblem[]) {
  const held = new Set(
    problems.filter(({ code }) => HELD.includes(code)).map(({ field }) => field),
  );
  return Object.fromEntries(Object.entries(write).filter(([field]) => !held.has(field)));
}

const HELD: readonly RecordProblem["code"][] = ["too-long", "upn", "names"];

async function sendToSchool(tx: Writer, saving: Saving): Promise<void> {
  const { app, actor, loaded, readers, at } = saving;
  await makeVisitMove(tx, { actor, loaded, event: "sendToSchool", at, auditId: app.newId() });
  await mailVisit(tx, app, {
    row: loaded.row,
    what: "with-school",
    to: readers.hosts,
    path: `/visits/${loaded.row.id}/record`,
    by: loaded.clocks?.agreedBy ?? null,
  });
}
