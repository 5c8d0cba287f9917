import type { ProvenAt } from "~/auth/reauthenticate.server";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { signingTitle } from "~/domain/policy/signing-title";
import type { ResponseEvent } from "~/domain/response/events";
import { readReason, type ReasonProblem } from "~/domain/response/reason";
import { ok, refused, type Result } from "~/domain/result";
import type { SignOffKind, SubmissionState } from "~/domain/submission/states";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import {
  missingProof,
  proveAgain,
  type Proof,
  type ProofProblem,
} from "~/services/account/prove-again.server";
import { loadResponse, type Loaded } from "~/services/answering/load-response.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import { receiptGround, sendReceipt } from "~/services/replies/send-receipt.server";
import {
  insertSignOff,
  listSignOffsOf,
  listSubmissions,
  moveSubmission,
  restoreEarlier,
  supersedeEarlier,
  type SubmissionRow,
} from "~db/queries/submissions";
import { askForDocument, newAsking } from "./ask-for-document.server";
import { GOVERNOR_DECLARATION } from "./declaration";
import { makeMove } from "./move-response.server";
import { receivedReturn, type Undeclared } from "./sign-response.server";

type Where = { urn: string; responseId: string };
export type GovernorProblem = ProofProblem | ReasonProblem | Undeclared;

/**
 * The governor's signature, the last one needed: the copy stands, earlier ones are superseded and the sealed
 * PDF is asked for (design.md section 4). Throws `not-found`, `forbidden`, `conflict` or `closed`.
 */
export async function countersign(
  app: App,
  actor: Actor,
  input: Where & { declared: boolean; proof: Proof },
): Promise<Result<{ number: number }, GovernorProblem>> {
  const awaited = await loadAwaited(app, actor, { ...input, action: "response.countersign" });
  if (!input.declared) {
    return refused({ code: "declare", missing: await missingProof(app, actor, input.proof) });
  }
  const proven = await proveAgain(app, actor, input.proof);
  if (!proven.ok) return proven;
  await complete(app, actor, {
    awaited,
    event: "countersign",
    kind: "countersigned",
    declaration: awaited.loaded.row.governorDeclaration ?? GOVERNOR_DECLARATION,
    title: signingTitle(actor, { ...awaited.loaded.facts, role: "governor" }),
    proof: { by: proven.value.by },
  });
  return ok({ number: awaited.submission.number });
}

/**
 * Notes that the governors' meeting agreed, where the governor cannot sign here: the minute takes the place
 * of the second signature. Throws as `countersign` does.
 */
export async function noteMinute(
  app: App,
  actor: Actor,
  input: Where & { minute: string },
): Promise<Result<{ number: number }, GovernorProblem>> {
  const awaited = await loadAwaited(app, actor, { ...input, action: "response.note-minute" });
  const read = readReason(input.minute);
  if (!read.ok) return read;
  await complete(app, actor, {
    awaited,
    event: "noteMinute",
    kind: "minute-noted",
    declaration: `Agreed by the governors: ${read.value}`,
    title: "noted for the governors",
    proof: {},
  });
  return ok({ number: awaited.submission.number });
}

/**
 * The governor declines, with a reason: the copy is set aside and the school may change its answers. Throws as
 * `countersign` does.
 */
export async function declineToSign(
  app: App,
  actor: Actor,
  input: Where & { reason: string },
): Promise<Result<"declined", GovernorProblem>> {
  const awaited = await loadAwaited(app, actor, { ...input, action: "response.decline" });
  const read = readReason(input.reason);
  if (!read.ok) return read;
  const at = app.clock.now();
  const auditId = app.newId();
  const signOffId = app.newId();
  const { loaded, submission } = awaited;
  const title = signingTitle(actor, { ...loaded.facts, role: "governor" });
  await app.db.transact(async (tx) => {
    const context = { reason: read.value };
    const data = { submissionId: submission.id };
    await makeMove(tx, { actor, loaded, event: "decline", at, auditId, context, data });
    const signed = { id: signOffId, kind: "declined" as const, title, at, reason: read.value };
    await insertSignOff(tx, signOffRow(actor, { ...signed, submission, declaration: "" }));
    await settle(tx, { submission, to: "set-aside" });
    await restoreEarlier(tx, { responseId: loaded.row.id, setAsideId: submission.id });
  });
  return ok("declined");
}

type Awaited = { loaded: Loaded; submission: SubmissionRow };
type GovernorAction = "response.countersign" | "response.decline" | "response.note-minute";

/** Loads the copy that waits for the governor and asks the policy, which also knows who signed it. */
async function loadAwaited(
  app: App,
  actor: Actor,
  { urn, responseId, action }: Where & { action: GovernorAction },
): Promise<Awaited> {
  const loaded = await loadResponse(app, actor, { urn, responseId, action });
  const scope = { schoolId: loaded.school.id, responseId };
  const [submission] = await listSubmissions(app.db.read, scope);
  if (submission === undefined) throw new AppError("conflict");
  const signed = await listSignOffsOf(app.db.read, { submissionId: submission.id });
  const signedBy = signed.find(({ kind }) => kind === "signed")?.userId ?? null;
  stopUnless(can(actor, action, { ...loaded.facts, signedBy }));
  return { loaded, submission };
}

type Completing = {
  awaited: Awaited;
  event: ResponseEvent;
  kind: SignOffKind;
  declaration: string;
  title: string;
  /** How the signer showed that it is them, for the record; empty where nobody is asked. */
  proof: { by?: ProvenAt["by"] };
};

async function complete(app: App, actor: Actor, completing: Completing): Promise<void> {
  const { awaited, event, kind, declaration, title, proof } = completing;
  const { loaded, submission } = awaited;
  const at = app.clock.now();
  const [auditId, signOffId] = [app.newId(), app.newId()];
  const asking = newAsking(app, at);
  const ground = await receiptGround(app, loaded.row.roundOrganisationId);
  const received = receivedReturn(loaded, { number: submission.number, at });
  await app.db.transact(async (tx) => {
    const data = { submissionId: submission.id, sha256: submission.sha256, ...proof };
    await makeMove(tx, { actor, loaded, event, at, auditId, data });
    const signed = { id: signOffId, kind, title, at, reason: null };
    await insertSignOff(tx, signOffRow(actor, { ...signed, submission, declaration }));
    await settle(tx, { submission, to: "standing" });
    await supersedeEarlier(tx, { responseId: loaded.row.id, byId: submission.id });
    await askForDocument(tx, { submissionId: submission.id, asking });
    await sendReceipt(tx, app, { ground, received });
  });
  app.wakeWorker();
}

async function settle(
  tx: Parameters<typeof moveSubmission>[0],
  { submission, to }: { submission: SubmissionRow; to: SubmissionState },
): Promise<void> {
  const move = { submissionId: submission.id, from: "awaiting-governor" as const, to };
  if (!(await moveSubmission(tx, move))) throw new AppError("conflict");
}

type Signed = {
  id: string;
  kind: SignOffKind;
  title: string;
  at: Date;
  reason: string | null;
  submission: SubmissionRow;
  declaration: string;
};

function signOffRow(actor: Actor, signed: Signed) {
  const { id, kind, title, at, reason, submission, declaration } = signed;
  return {
    id,
    submissionId: submission.id,
    userId: actor.userId,
    kind,
    name: actor.name,
    title,
    declaration,
    reason,
    sha256: submission.sha256,
    signedAt: at,
  };
}
