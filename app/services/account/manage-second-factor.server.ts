import { grantsWithoutFactor } from "~/auth/grants-without-factor.server";
import type { ProvingPage } from "~/auth/proving-page.server";
import { newRecoveryCodes } from "~/auth/recovery-codes.server";
import { londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import { ok, refused, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { grantsInForce } from "~db/queries/people";
import {
  countRecoveryCodes,
  deleteSecondFactor,
  findAuthenticator,
  hasAuthenticator,
  replaceRecoveryCodes,
} from "~db/queries/second-factors";
import type { Reader } from "~db/types";
import { warnPerson } from "./account-mail.server";
import { startEnrolment, viewEnrolment, type EnrolmentView } from "./enrol-authenticator.server";
import {
  proveAgain,
  waysToProve,
  type Proof,
  type ProofCode,
  type Ways,
} from "./prove-again.server";
import { insertAccountEvent } from "./record-account-event.server";

export type SecondFactorView = {
  /** Since when the person has an authenticator app; null: none. */
  since: Date | null;
  codesLeft: number;
  /** Whether a role of theirs asks for one. */
  required: boolean;
  /** One being set up. */
  enrolment: EnrolmentView | null;
  /** How the person may show that it is them. */
  ways: Ways;
};

/** The actor's own second factor. */
export async function viewSecondFactor(
  app: App,
  actor: Actor,
  page?: ProvingPage,
): Promise<SecondFactorView> {
  const { userId } = actor;
  const stored = await findAuthenticator(app.db.read, userId);
  return {
    since: stored?.confirmedAt ?? null,
    codesLeft: await countRecoveryCodes(app.db.read, userId),
    required: await isRequired(app.db.read, app, userId),
    enrolment: await viewEnrolment(app, userId),
    ways: await waysToProve(app, actor, page),
  };
}

/** Starts setting an authenticator app up, or another in the place of the one there is, after the password or a code of that one. */
export async function beginEnrolment(
  app: App,
  actor: Actor,
  proof: Proof,
): Promise<Result<null, ProofCode>> {
  const proven = await proveAgain(app, actor, proof);
  if (!proven.ok) return refused(proven.problem.code);
  await startEnrolment(app, actor.userId);
  return ok(null);
}

/** Ten new recovery codes in the place of all earlier ones, to be shown this once. Throws `conflict` without an app. */
export async function renewRecoveryCodes(
  app: App,
  actor: Actor,
  proof: Proof,
): Promise<Result<{ codes: string[] }, ProofCode>> {
  const proven = await proveAgain(app, actor, proof);
  if (!proven.ok) return refused(proven.problem.code);
  const { userId } = actor;
  const { codes, hashes } = await newRecoveryCodes(app);
  await app.db.transact(async (tx) => {
    if (!(await hasAuthenticator(tx, userId))) throw new AppError("conflict");
    await replaceRecoveryCodes(tx, { userId, hashes, at: app.clock.now() });
    const event = "account.recovery-codes-renewed";
    await insertAccountEvent(tx, app, { event, actorId: userId, subjectId: userId });
  });
  return ok({ codes });
}

/** Takes the actor's own authenticator app away. `required`: a role of theirs asks for one. */
export async function removeOwnSecondFactor(
  app: App,
  actor: Actor,
  proof: Proof,
): Promise<Result<null, ProofCode | "required">> {
  const proven = await proveAgain(app, actor, proof);
  if (!proven.ok) return refused(proven.problem.code);
  const { userId } = actor;
  const removed = await app.db.transact(async (tx) => {
    if (await isRequired(tx, app, userId)) return false;
    if (!(await deleteSecondFactor(tx, userId))) return true;
    const event = "account.second-factor-removed";
    await insertAccountEvent(tx, app, { event, actorId: userId, subjectId: userId });
    await warnPerson(tx, app, { to: actor, reason: "second-factor-removed" });
    return true;
  });
  app.wakeWorker();
  return removed ? ok(null) : refused("required");
}

async function isRequired(read: Reader, app: App, userId: string): Promise<boolean> {
  const grants = await grantsInForce(read, userId, londonDate(app.clock.now()));
  return (await grantsWithoutFactor(read, grants)).length > 0;
}
