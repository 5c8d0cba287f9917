import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { signingTitle } from "~/domain/policy/signing-title";
import { ok, refused, type Result } from "~/domain/result";
import { nextSignature } from "~/domain/visit/lifecycle";
import { RECORD_DECLARATIONS, SIGNATURE_TITLES } from "~/domain/visit/record-declarations";
import type { RecordSignature } from "~/domain/visit/states";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import {
  missingProof,
  proveAgain,
  type MissingProof,
  type Proof,
  type ProofProblem,
} from "~/services/account/prove-again.server";
import { stopUnless } from "~/services/answering/stop-unless.server";
import { newAsking } from "~/services/signing/ask-for-document.server";
import { findRecord, insertRecordSignature } from "~db/queries/visit-record-rows";
import { listRecordSignatures } from "~db/queries/visits";
import type { Writer } from "~db/types";
import { endVisit } from "./close-visit.server";
import { loadVisit, type LoadedVisit } from "./load-visit.server";
import { mailVisit, visitReaders, type VisitReaders } from "./mail-visit.server";
import { makeVisitMove } from "./move-visit.server";

export type SignRecordInput = {
  visitId: string;
  declared: boolean;
  proof: Proof;
  /** The check code of the record that was read. */
  seen: string;
};

export type SignRecordProblem =
  | ProofProblem
  | { code: "declare"; missing: MissingProof | null }
  /** Something else is the record now. */
  | { code: "changed-since" }
  /** Somebody signs before this person, or all have signed. */
  | { code: "not-your-turn" };

/**
 * A signature under an agreed record, in the one order there is: second reviewer, lead reviewer, head. The last closes
 * the visit and asks for the sealed PDF. Throws `not-found`, `forbidden` or `conflict`.
 */
export async function signRecord(
  app: App,
  actor: Actor,
  { visitId, declared, proof, seen }: SignRecordInput,
): Promise<Result<{ kind: RecordSignature }, SignRecordProblem>> {
  const loaded = await loadVisit(app, actor, { visitId, action: "visit.sign" });
  stopUnless(can(actor, "visit.read-record", loaded.facts));
  if (loaded.row.state !== "agreed") throw new AppError("conflict", { problem: "not-agreed" });
  const kind = await dueFrom(app, actor, loaded);
  if (kind === null) return refused({ code: "not-your-turn" });
  const record = await findRecord(app.db.read, { visitId });
  if (record?.sha256 !== seen) return refused({ code: "changed-since" });
  if (!declared) {
    return refused({ code: "declare", missing: await missingProof(app, actor, proof) });
  }
  const proven = await proveAgain(app, actor, proof);
  if (!proven.ok) return proven;
  const readers = await visitReaders(app, loaded.row);
  const signing = { app, actor, loaded, readers, kind, seen, by: proven.value.by };
  await app.db.transact((tx) => sign(tx, { ...signing, at: app.clock.now() }));
  app.wakeWorker();
  return ok({ kind });
}

/** The signature that is due, where it is this person's to give. */
export async function dueFrom(
  app: App,
  actor: Actor,
  loaded: LoadedVisit,
): Promise<RecordSignature | null> {
  const given = await listRecordSignatures(app.db.read, { visitId: loaded.row.id });
  const due = nextSignature(given.map(({ kind }) => kind));
  if (due === null) return null;
  const mine = loaded.reviewers.find(({ userId }) => userId === actor.userId);
  if (due === "head") return can(actor, "visit.agree-record", loaded.facts).allowed ? due : null;
  return mine?.part === (due === "lead-reviewer" ? "lead" : "second") ? due : null;
}

type Signing = {
  app: App;
  actor: Actor;
  loaded: LoadedVisit;
  readers: VisitReaders;
  kind: RecordSignature;
  seen: string;
  /** How the signer showed that it is them, for the record. */
  by: string;
  at: Date;
};

async function sign(tx: Writer, signing: Signing): Promise<void> {
  const { app, actor, loaded, kind, at, by } = signing;
  const visitId = loaded.row.id;
  const record = await findRecord(tx, { visitId });
  if (record?.sha256 !== signing.seen) throw new AppError("conflict");
  const given = await listRecordSignatures(tx, { visitId });
  const signatures = [...given.map((one) => one.kind), kind];
  if (nextSignature(given.map((one) => one.kind)) !== kind) throw new AppError("conflict");
  const { state } = await makeVisitMove(tx, {
    actor,
    loaded,
    event: "sign",
    at,
    auditId: app.newId(),
    context: { signatures },
    data: { kind, by },
  });
  await insertRecordSignature(tx, signatureRow(signing));
  if (state === "closed") await endVisit(tx, { ...signing, asking: newAsking(app, at) });
  else await tellNext(tx, signing);
}

function signatureRow({ app, actor, loaded, kind, seen, at }: Signing) {
  return {
    id: app.newId(),
    visitId: loaded.row.id,
    kind,
    userId: actor.userId,
    name: actor.name,
    title:
      kind === "head"
        ? signingTitle(actor, { ...loaded.facts, role: "head" })
        : SIGNATURE_TITLES[kind],
    declaration: RECORD_DECLARATIONS[kind],
    sha256: seen,
    signedAt: at,
  };
}

async function tellNext(tx: Writer, { app, loaded, readers, kind }: Signing): Promise<void> {
  const { reviewers, heads } = readers;
  const to = kind === "second-reviewer" ? reviewers.filter(({ part }) => part === "lead") : heads;
  const path = `/visits/${loaded.row.id}/record`;
  const by = loaded.clocks?.agreedBy ?? null;
  await mailVisit(tx, app, { row: loaded.row, what: "your-signature", to, path, by });
}
