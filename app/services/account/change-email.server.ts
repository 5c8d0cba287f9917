import { setTimeout as wait } from "node:timers/promises";
import type { ProvingPage } from "~/auth/proving-page.server";
import { keyedHash } from "~/auth/secret-box.server";
import { takeAttempt } from "~/auth/sign-in-limits.server";
import { hashToken, newToken } from "~/auth/single-use-token.server";
import { CHANGE_KEPT, CHANGE_LIFETIME } from "~/domain/account/email-change";
import { normalEmail, readEmail } from "~/domain/people/person-fields";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { ok, refused, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import {
  deleteOldChanges,
  findWaitingChangeOf,
  insertEmailChange,
  stopWaitingChanges,
} from "~db/queries/email-changes";
import { findUserByEmail } from "~db/queries/people";
import type { Writer } from "~db/types";
import { mailPerson } from "./account-mail.server";
import {
  proveAgain,
  type Proof,
  type ProofCode,
  waysToProve,
  type Ways,
} from "./prove-again.server";
import { insertAccountEvent } from "./record-account-event.server";

/** Every answer takes at least this long, so that the work for an address in use does not show. Milliseconds. */
const ANSWER_TAKES = 300;

export type ChangeEmailView = {
  /** The address they have. */
  email: string;
  /** One that waits to be confirmed. */
  waiting: WaitingEmailView | null;
  ways: Ways;
};
export type WaitingEmailView = { email: string; until: Date };

/** The actor's address, one that waits to be confirmed, and how they may show that it is them. */
export async function viewChangeEmail(
  app: App,
  actor: Actor,
  page?: ProvingPage,
): Promise<ChangeEmailView> {
  const [waiting, ways] = await Promise.all([
    waitingEmail(app, actor),
    waysToProve(app, actor, page),
  ]);
  return { email: actor.email, waiting, ways };
}

/** Another address of the actor that waits to be confirmed. */
export async function waitingEmail(app: App, actor: Actor): Promise<WaitingEmailView | null> {
  const asked = { userId: actor.userId, now: app.clock.now() };
  const found = await findWaitingChangeOf(app.db.read, asked);
  return found === undefined ? null : { email: found.newEmail, until: found.expiresAt };
}

export type EmailProblem = "not-an-address" | "same";
type Asked = { email: string; proof: Proof };

/**
 * Asks for another address: a link goes to it, and notice with a way to stop it to the one there is. The answer and
 * its time are the same for an address that someone has already; that person is told by mail instead.
 */
export async function askEmailChange(
  app: App,
  actor: Actor,
  { email: typed, proof }: Asked,
): Promise<Result<{ email: string }, EmailProblem | ProofCode>> {
  const { userId } = actor;
  if (!can(actor, "person.change-own-account", { userId }).allowed) throw new AppError("forbidden");
  const email = readEmail(typed);
  if (email === null) return refused("not-an-address");
  if (normalEmail(email) === normalEmail(actor.email)) return refused("same");
  const proven = await proveAgain(app, actor, proof);
  if (!proven.ok) return refused(proven.problem.code);
  const who = { account: userId, address: proof.address };
  if (!(await takeAttempt(app, who, "email-change"))) return refused("too-many");
  await Promise.all([wait(ANSWER_TAKES), makeChange(app, actor, email)]);
  app.wakeWorker();
  return ok({ email });
}

/** Ends the actor's change that waits; they may go on with the address they have. */
export async function cancelEmailChange(app: App, actor: Actor): Promise<void> {
  const { userId } = actor;
  await app.db.transact(async (tx) => {
    if (!(await stopWaitingChanges(tx, { userId, at: app.clock.now() }))) return;
    const event = "account.email-change-stopped";
    await insertAccountEvent(tx, app, { event, actorId: userId, subjectId: userId });
  });
}

async function makeChange(app: App, actor: Actor, email: string): Promise<void> {
  const { userId } = actor;
  const { secret, hash: id } = newToken();
  const stopSecret = await stopSecretOf(app, id);
  const at = app.clock.now();
  const expiresAt = new Date(at.getTime() + CHANGE_LIFETIME);
  await app.db.transact(async (tx) => {
    await deleteOldChanges(tx, new Date(at.getTime() - CHANGE_KEPT));
    await stopWaitingChanges(tx, { userId, at });
    await insertEmailChange(tx, {
      id,
      userId,
      stopId: hashToken(stopSecret),
      oldEmail: actor.email,
      newEmail: email,
      createdAt: at,
      expiresAt,
    });
    await mailNewAddress(tx, app, { actor, email, secret, expiresAt });
    const data = { newEmail: email, happenedAt: at.toISOString(), path: stopPath(stopSecret) };
    await mailPerson(tx, app, { to: actor, mail: { template: "email-change-asked", data } });
    const event = "account.email-change-asked";
    await insertAccountEvent(tx, app, { event, actorId: userId, subjectId: userId });
  });
}

type Link = { actor: Actor; email: string; secret: string; expiresAt: Date };

/** The link to the new address; where somebody has that already, they are told and no link leaves. */
async function mailNewAddress(tx: Writer, app: App, link: Link): Promise<void> {
  const { actor, email, secret, expiresAt } = link;
  const owner = await findUserByEmail(tx, email);
  if (owner !== undefined) {
    const data = { happenedAt: app.clock.now().toISOString(), path: "/sign-in" };
    const to = { ...owner, userId: owner.id };
    return mailPerson(tx, app, { to, mail: { template: "email-taken", data } });
  }
  const path = `/account/email/confirm?token=${secret}`;
  const data = { path, expiresAt: expiresAt.toISOString() };
  return mailPerson(tx, app, { to: { ...actor, email }, mail: { template: "email-change", data } });
}

/** What the link to the old address holds. Made from the change, so that a second mail can lead there too. */
export const stopSecretOf = (app: App, id: string): Promise<string> =>
  keyedHash(app, `email-change-stop ${id}`);

export const stopPath = (stopSecret: string): string => `/account/email/stop?token=${stopSecret}`;
