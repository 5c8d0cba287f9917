import QRCode from "qrcode";
import { appAddress, newAppSecret, stepOfCode } from "~/auth/authenticator-codes.server";
import { newRecoveryCodes } from "~/auth/recovery-codes.server";
import { openText, sealText } from "~/auth/secret-box.server";
import { forgiveAttempt, takeAttempt } from "~/auth/sign-in-limits.server";
import { readAppCode } from "~/domain/account/recovery-code";
import { PENDING_LIFETIME, SECOND_STEP_LIFETIME } from "~/domain/account/second-factor";
import { ok, refused, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { proveHalfSession } from "~db/queries/half-sessions";
import { findUser } from "~db/queries/people";
import {
  confirmAuthenticator,
  findAuthenticator,
  hasAuthenticator,
  replaceRecoveryCodes,
  setPendingSecret,
} from "~db/queries/second-factors";
import { deleteOtherSessions, proveSession } from "~db/queries/sessions";
import type { Writer } from "~db/types";
import { warnPerson } from "./account-mail.server";
import { insertAccountEvent } from "./record-account-event.server";

/** What the page shows to put the account into an app: a picture (data: address) and the secret in groups of four. */
export type EnrolmentView = { picture: string; secret: string };

/**
 * Makes a secret for a person to put into their app. It counts for nothing until `confirmEnrolment`; the app they
 * may have now goes on working until then. For someone who has just shown who they are.
 */
export async function startEnrolment(app: App, userId: string): Promise<void> {
  const secret = await sealText(app, { text: newAppSecret(), owner: userId });
  const at = app.clock.now();
  await app.db.transact((tx) => setPendingSecret(tx, { userId, secret, at }));
}

/** The secret being set up, or null where none is or it has waited too long. */
export async function viewEnrolment(app: App, userId: string): Promise<EnrolmentView | null> {
  const [pending, user] = [await findPending(app, userId), await findUser(app.db.read, userId)];
  if (pending === null || user === undefined) return null;
  const address = appAddress({ secret: pending.secret, email: user.email });
  const svg = await QRCode.toString(address, { type: "svg", margin: 4 });
  return {
    picture: `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`,
    secret: pending.secret.match(/.{1,4}/g)?.join(" ") ?? "",
  };
}

export type ConfirmInput = {
  userId: string;
  code: string;
  address: string;
  /** Where it is done: a session, which stays while all others end, or a half-session. */
  within: { sessionId: string } | { halfId: string };
};

/**
 * Makes the secret being set up the one that counts, by a first code of it. The answer is ten recovery codes, to be
 * shown this once. Every other session of the person ends. `gone`: nothing is being set up any more.
 */
export async function confirmEnrolment(
  app: App,
  { userId, code, address, within }: ConfirmInput,
): Promise<Result<{ codes: string[] }, "wrong" | "too-many" | "gone">> {
  const who = { account: userId, address };
  if (!(await takeAttempt(app, who, "second-factor"))) return refused("too-many");
  const pending = await findPending(app, userId);
  if (pending === null) return refused("gone");
  const step = stepOf(app, { secret: pending.secret, code });
  if (step === null) return refused("wrong");
  await forgiveAttempt(app, who, "second-factor");
  const { codes, hashes } = await newRecoveryCodes(app);
  const at = app.clock.now();
  const isDone = await app.db.transact(async (tx) => {
    const pendingSecret = pending.sealed;
    // The first factor alone never replaces a second one.
    if ("halfId" in within && (await hasAuthenticator(tx, userId))) return false;
    if (!(await confirmAuthenticator(tx, { userId, pendingSecret, step, at }))) return false;
    await replaceRecoveryCodes(tx, { userId, hashes, at });
    await endOthers(tx, { userId, within, at });
    await tellOfNew(tx, app, userId);
    return true;
  });
  app.wakeWorker();
  return isDone ? ok({ codes }) : refused("gone");
}

function stepOf(app: App, { secret, code }: { secret: string; code: string }): number | null {
  const read = readAppCode(code);
  return read === null ? null : stepOfCode({ secret, code: read, now: app.clock.now() });
}

async function findPending(app: App, userId: string) {
  const row = await findAuthenticator(app.db.read, userId);
  const { pendingSecret: sealed = null, pendingAt = null } = row ?? {};
  if (sealed === null || pendingAt === null) return null;
  if (app.clock.now().getTime() - pendingAt.getTime() > PENDING_LIFETIME) return null;
  return { sealed, secret: await openText(app, { sealed, owner: userId }) };
}

type EndOthers = Pick<ConfirmInput, "userId" | "within"> & { at: Date };

async function endOthers(tx: Writer, { userId, within, at }: EndOthers): Promise<void> {
  const keepId = "sessionId" in within ? within.sessionId : "";
  await deleteOtherSessions(tx, { userId, keepId });
  if ("sessionId" in within) await proveSession(tx, { id: within.sessionId, at });
  else {
    const expiresAt = new Date(at.getTime() + SECOND_STEP_LIFETIME);
    await proveHalfSession(tx, { id: within.halfId, at, expiresAt });
  }
}

async function tellOfNew(tx: Writer, app: App, userId: string): Promise<void> {
  const user = await findUser(tx, userId);
  if (user === undefined) throw new AppError("conflict");
  await insertAccountEvent(tx, app, {
    event: "account.second-factor-added",
    actorId: userId,
    subjectId: userId,
  });
  await warnPerson(tx, app, { to: { ...user, userId }, reason: "second-factor-added" });
}
