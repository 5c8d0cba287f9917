import { createHash, randomBytes } from "node:crypto";
import type { ProvenAt } from "~/auth/reauthenticate.server";
import { londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { signingTitle } from "~/domain/policy/signing-title";
import type { Verdict } from "~/domain/policy/verdict";
import type { Move } from "~/domain/response/lifecycle";
import { ok, refused, type Result } from "~/domain/result";
import { canonicalSnapshot } from "~/domain/submission/canonical-snapshot";
import { makeReference } from "~/domain/submission/reference";
import { isAppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import {
  missingProof,
  proveAgain,
  type MissingProof,
  type Proof,
  type ProofProblem,
} from "~/services/account/prove-again.server";
import { loadResponse, type Loaded } from "~/services/answering/load-response.server";
import { titleOf } from "~/services/answering/response-header";
import { stopUnless } from "~/services/answering/stop-unless.server";
import {
  receiptGround,
  sendReceipt,
  type ReceiptGround,
  type Received,
} from "~/services/replies/send-receipt.server";
import {
  insertSignOff,
  insertSubmission,
  listSubmissions,
  supersedeEarlier,
} from "~db/queries/submissions";
import type { Writer } from "~db/types";
import { askForDocument, newAsking, type Asking } from "./ask-for-document.server";
import { composeSnapshot, snapshotGround, type SnapshotGround } from "./compose-snapshot.server";
import { DEFAULT_DECLARATION } from "./declaration";
import { makeMove } from "./move-response.server";

export type SignInput = {
  urn: string;
  responseId: string;
  declared: boolean;
  proof: Proof;
  /** The version of the response that was read on the sign page; left out where there was no page. */
  seen?: number;
};

/** The box is not ticked; `missing` is told with it, so that nobody presses twice. */
export type Undeclared = { code: "declare"; missing: MissingProof | null };

export type SignProblem =
  | ProofProblem
  | Undeclared
  /** The answers were taken back and changed after the page was read. */
  | { code: "changed-since" }
  /** Someone signed first, or the button was pressed twice: `number` is the copy that was made. */
  | { code: "already-signed"; number: number };

/**
 * The head's signature: freezes the answers as the next signed copy (design.md section 4). The snapshot is
 * read, hashed and stored in the one transaction that moves the response, so it holds every save that was
 * acknowledged before. Where no governor is asked the sealed PDF is asked for at once. Throws `not-found`,
 * `forbidden`, `conflict` or `closed`.
 */
export async function signResponse(
  app: App,
  actor: Actor,
  { urn, responseId, declared, proof, seen }: SignInput,
): Promise<Result<{ number: number }, SignProblem>> {
  const loaded = await loadResponse(app, actor, { urn, responseId });
  const verdict = can(actor, "response.sign", loaded.facts);
  if (isSigned(verdict)) return alreadySigned(app, loaded);
  stopUnless(verdict);
  if (seen !== undefined && seen !== loaded.row.version) return refused({ code: "changed-since" });
  if (!declared) {
    return refused({ code: "declare", missing: await missingProof(app, actor, proof) });
  }
  const proven = await proveAgain(app, actor, proof);
  if (!proven.ok) return proven;
  const ground = await snapshotGround(app, loaded);
  const receipt = await receiptGround(app, loaded.row.roundOrganisationId);
  const signing = prepare(app, { loaded, ground, receipt, by: proven.value.by });
  try {
    const number = await app.db.transact((tx) => freeze(tx, actor, signing));
    app.wakeWorker();
    return ok({ number });
  } catch (thrown) {
    return orSignedMeanwhile(app, actor, { loaded, thrown });
  }
}

const isSigned = (verdict: Verdict) => !verdict.allowed && verdict.reason === "already-signed";

async function alreadySigned(
  app: App,
  { school, row }: Loaded,
): Promise<Result<never, SignProblem>> {
  const copies = await listSubmissions(app.db.read, { schoolId: school.id, responseId: row.id });
  return refused({ code: "already-signed", number: copies[0]?.number ?? 1 });
}

/**
 * Two presses at once: the second finds the copy that the first made. Taken back, changed and made ready again
 * meanwhile: the head has not read what stands now. Anything else goes on.
 */
async function orSignedMeanwhile(
  app: App,
  actor: Actor,
  { loaded, thrown }: { loaded: Loaded; thrown: unknown },
): Promise<Result<never, SignProblem>> {
  if (!isAppError(thrown) || thrown.code !== "conflict") throw thrown;
  const place = { urn: loaded.school.urn, responseId: loaded.row.id };
  const now = await loadResponse(app, actor, place);
  const verdict = can(actor, "response.sign", now.facts);
  if (isSigned(verdict)) return alreadySigned(app, now);
  if (verdict.allowed && now.row.version !== loaded.row.version) {
    return refused({ code: "changed-since" });
  }
  throw thrown;
}

type Prepared = {
  loaded: Loaded;
  ground: SnapshotGround;
  receipt: ReceiptGround | null;
  /** How the signer showed that it is them, for the record. */
  by: ProvenAt["by"];
};

type Signing = Prepared & {
  app: Pick<App, "newId">;
  at: Date;
  random: Uint8Array;
  ids: { submission: string; signOff: string; audit: string };
  asking: Asking;
};

/** Everything that is not the database's, made before the transaction. */
function prepare(app: App, prepared: Prepared): Signing {
  const at = app.clock.now();
  const ids = { submission: app.newId(), signOff: app.newId(), audit: app.newId() };
  return { ...prepared, app, at, random: randomBytes(3), ids, asking: newAsking(app, at) };
}

async function freeze(tx: Writer, actor: Actor, signing: Signing): Promise<number> {
  const { loaded, at, ids } = signing;
  const { school, row } = loaded;
  const submissionId = ids.submission;
  const data = { submissionId, by: signing.by };
  // No officer has opened the copy made now, whatever became of the one before it.
  const notes = { openedByOfficerAt: null };
  // What applies was read before: at another version it may be something else.
  const { version } = row;
  const event = "sign" as const;
  const moving = { actor, loaded, event, at, auditId: ids.audit, notes, data, version };
  const move = await makeMove(tx, moving);
  const copies = await listSubmissions(tx, { schoolId: school.id, responseId: row.id });
  const number = (copies[0]?.number ?? 0) + 1;
  const frozen = await frozenCopy(tx, { signing, number });
  await insertSubmission(tx, {
    ...frozen,
    id: submissionId,
    responseId: row.id,
    number,
    state: move.state === "awaiting-governor" ? "awaiting-governor" : "standing",
    signedAt: at,
    version: 1,
  });
  await insertSignOff(tx, signOffRow(actor, { signing, sha256: frozen.sha256 }));
  if (asksForSeal(move)) {
    await supersedeEarlier(tx, { responseId: row.id, byId: submissionId });
    await askForDocument(tx, { submissionId, asking: signing.asking });
    const { receipt } = signing;
    const received = receivedReturn(loaded, { number, at });
    await sendReceipt(tx, signing.app, { ground: receipt, received });
  }
  return number;
}

/** What a receipt says of a return that is signed whole. */
export const receivedReturn = (
  { school, row, definition }: Loaded,
  signed: { number: number; at: Date },
): Received => ({
  school,
  responseId: row.id,
  questionnaireKey: row.questionnaireKey,
  title: titleOf(row, definition),
  ...signed,
});

function asksForSeal({ effects }: Move): boolean {
  return effects.includes("seal");
}

async function frozenCopy(
  tx: Writer,
  { signing, number }: { signing: Signing; number: number },
): Promise<{ reference: string; snapshot: string; sha256: string }> {
  const { loaded, ground, at, random } = signing;
  const year = Number(londonDate(at).slice(0, 4));
  const { code } = loaded.definition;
  const reference = makeReference({ code, year, urn: loaded.school.urn, number, random });
  const naming = { reference, number };
  const snapshot = canonicalSnapshot(await composeSnapshot(tx, { loaded, ground, naming }));
  return { reference, snapshot, sha256: sha256Of(snapshot) };
}

function sha256Of(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

function signOffRow(actor: Actor, { signing, sha256 }: { signing: Signing; sha256: string }) {
  const { loaded, at, ids } = signing;
  return {
    id: ids.signOff,
    submissionId: ids.submission,
    userId: actor.userId,
    kind: "signed" as const,
    name: actor.name,
    title: signingTitle(actor, { ...loaded.facts, role: "head" }),
    declaration: loaded.row.declaration ?? DEFAULT_DECLARATION,
    reason: null,
    sha256,
    signedAt: at,
  };
}
