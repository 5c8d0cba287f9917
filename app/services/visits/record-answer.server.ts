import type { Actor } from "~/domain/policy/actor";
import type { VisitAction } from "~/domain/policy/actions";
import { can } from "~/domain/policy/can";
import { ok, refused, type Result } from "~/domain/result";
import { checkText, recordLimits } from "~/domain/visit/record-limits";
import { namesInRecord, type RecordProblem } from "~/domain/visit/record-problems";
import { mergeSent, type Clash, type Sent } from "~/domain/visit/three-way";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import {
  listPractices,
  setConsent,
  type PracticeRow,
  type RecordRow,
} from "~db/queries/visit-record-rows";
import type { Writer } from "~db/types";
import { loadVisit, type LoadedVisit } from "./load-visit.server";
import { mailVisit, visitReaders, type VisitReaders } from "./mail-visit.server";
import { makeVisitMove } from "./move-visit.server";
import { recordFrame, type RecordFrame } from "./record-compose.server";
import { freezeRecord, newRandom } from "./record-freeze.server";
import { changeRecord, takeRecord } from "./record-lock.server";
import { tryAgain } from "./try-again.server";

export type AnswerAct = "save" | "send-back" | "agree" | "share" | "unshare";

export type AnswerRecordInput = {
  visitId: string;
  /** Boxes `corrections`, `schoolWords`, and `consent.<practice>` with "yes", "no" or nothing. */
  sent: ReadonlyMap<string, Sent>;
  act: AnswerAct;
  /** The writer has said that no box names a child. */
  namesConfirmed?: boolean;
};

export type AnswerRefusal = { problems: RecordProblem[]; clashes: Clash[] };

/** What each button needs beside the right to answer. */
const NEEDS: Partial<Record<AnswerAct, VisitAction>> = {
  agree: "visit.agree-record",
  share: "visit.share-with-governors",
  unshare: "visit.share-with-governors",
};

/**
 * The school's side: what is not accurate, its own words, consent for each practice; then it asks for the record to
 * be put right, or its head agrees it, which freezes it. Throws `forbidden`, or `conflict` at another step.
 */
export async function answerRecord(
  app: App,
  actor: Actor,
  input: AnswerRecordInput,
): Promise<Result<{ done: AnswerAct }, AnswerRefusal>> {
  const refusal = await tryAgain(async () => {
    const { visitId, act } = input;
    const loaded = await loadVisit(app, actor, { visitId, action: "visit.answer-record" });
    const needs = NEEDS[act];
    if (needs !== undefined) stopUnless(can(actor, needs, loaded.facts));
    if (loaded.row.state !== "with-school") throw new AppError("conflict", { problem: "not-here" });
    const readers = await visitReaders(app, loaded.row);
    const frame = await recordFrame(app, loaded);
    const at = app.clock.now();
    const answering = { ...input, app, actor, loaded, readers, frame, at, random: newRandom() };
    return app.db.transact((tx) => answer(tx, answering));
  });
  app.wakeWorker();
  const isHeld = refusal.problems.length > 0 || refusal.clashes.length > 0;
  return isHeld ? refused(refusal) : ok({ done: input.act });
}

type Answering = AnswerRecordInput & {
  app: App;
  actor: Actor;
  loaded: LoadedVisit;
  readers: VisitReaders;
  frame: RecordFrame;
  at: Date;
  random: Uint8Array;
};

async function answer(tx: Writer, answering: Answering): Promise<AnswerRefusal> {
  const { loaded, sent, act, namesConfirmed = false } = answering;
  const taken = await takeRecord(tx, answering);
  const practices = await listPractices(tx, { visitId: loaded.row.id });
  const before = answerBoxes(taken, practices);
  const { write, clashes } = mergeSent(before, sent);
  const wrong = [...problemsOf(write), ...missing(act, { ...answerBoxes(taken, []), ...write })];
  const problems = [...wrong, ...namesInRecord(write, { before, namesConfirmed, problems: wrong })];
  const record = await keep(tx, answering, { record: taken, practices, write, problems });
  if (problems.length === 0 && clashes.length === 0) await finish(tx, answering, record);
  return { problems, clashes };
}

/** What the school writes, by the names of its boxes. */
export const answerBoxes = (
  { corrections, schoolWords }: Pick<RecordRow, "corrections" | "schoolWords">,
  practices: readonly Pick<PracticeRow, "id" | "consent">[],
): Record<string, string> => ({
  corrections,
  schoolWords,
  ...Object.fromEntries(practices.map(({ id, consent }) => [`consent.${id}`, consentBox(consent)])),
});

const consentBox = (consent: boolean | null): string =>
  consent === null ? "" : consent ? "yes" : "no";

function problemsOf(write: Readonly<Record<string, string>>): RecordProblem[] {
  const limits = recordLimits(1);
  return (["corrections", "schoolWords"] as const).flatMap((field) =>
    checkText(field, write[field] ?? "", limits[field]),
  );
}

function missing(act: AnswerAct, stands: Readonly<Record<string, string>>): RecordProblem[] {
  const isMissing = act === "send-back" && (stands["corrections"] ?? "").trim() === "";
  return isMissing ? [{ field: "corrections", code: "empty" }] : [];
}

type Kept = {
  record: RecordRow;
  practices: readonly PracticeRow[];
  write: Readonly<Record<string, string>>;
  problems: readonly RecordProblem[];
};

async function keep(
  tx: Writer,
  { actor, loaded }: Answering,
  { record, practices, write, problems }: Kept,
): Promise<RecordRow> {
  const visitId = loaded.row.id;
  for (const { id } of practices) {
    const said = write[`consent.${id}`];
    if (said !== "yes" && said !== "no") continue;
    const consent = said === "yes";
    await setConsent(tx, { visitId, practiceId: id, consent, consentBy: actor.userId });
  }
  const wrong = problems.map(({ field }) => field);
  const kept = Object.entries(write).filter(
    ([field]) => (field === "corrections" || field === "schoolWords") && !wrong.includes(field),
  );
  return kept.length === 0 ? record : changeRecord(tx, record, Object.fromEntries(kept));
}

async function finish(tx: Writer, answering: Answering, record: RecordRow): Promise<void> {
  const { act, app, actor, loaded, at } = answering;
  const moving = { actor, loaded, at, auditId: app.newId() };
  switch (act) {
    case "save":
      return;
    case "share":
    case "unshare":
      await changeRecord(tx, record, { sharedWithGovernorsAt: act === "share" ? at : null });
      return;
    case "send-back":
      await makeVisitMove(tx, { ...moving, event: "sendBack" });
      await tell(tx, answering, "sent-back");
      return;
    case "agree":
      await freezeRecord(tx, record, answering);
      await makeVisitMove(tx, { ...moving, event: "agree" });
      await tell(tx, answering, "agreed");
      await tell(tx, answering, "your-signature");
  }
}

async function tell(
  tx: Writer,
  { app, loaded, readers }: Answering,
  what: "sent-back" | "agreed" | "your-signature",
): Promise<void> {
  const { reviewers, hosts } = readers;
  const to = {
    "sent-back": reviewers,
    agreed: [...hosts, ...reviewers.filter(({ part }) => part === "lead")],
    "your-signature": reviewers.filter(({ part }) => part === "second"),
  }[what];
  const by = what === "your-signature" ? (loaded.clocks?.agreedBy ?? null) : null;
  const path = `/visits/${loaded.row.id}/record`;
  await mailVisit(tx, app, { row: loaded.row, what, to, path, by });
}
