import { proveSecondFactor, type SecondFactor } from "~/auth/prove-second-factor.server";
import { wasLastAttempt } from "~/auth/sign-in-limits.server";
import { ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { deleteHalfSession } from "~db/queries/half-sessions";
import { findUser } from "~db/queries/people";
import { countRecoveryCodes } from "~db/queries/second-factors";
import { listKeptText } from "~db/queries/sessions";
import { warnPerson } from "./account-mail.server";
import { insertAccountEvent } from "./record-account-event.server";

/** A browser that has given the first factor: its half-session, and where the request came from. */
export type SecondStepInput = { halfId: string; userId: string; address: string };

/** Who is now signed in. `codesLeft`: recovery codes, where one was used. */
export type SignedIn = { userId: string; textKept: boolean; codesLeft: number | null };

/**
 * Signs a person in by the second factor; the caller starts the session. The half-session is used up: `ended`
 * where it had been already. A recovery code is told of by mail, and so are five wrong codes, since whoever gave
 * them knows the password.
 */
export async function giveSecondFactor(
  app: App,
  { halfId, userId, address }: SecondStepInput,
  factor: SecondFactor,
): Promise<Result<SignedIn, "wrong" | "too-many" | "ended">> {
  const proven = await proveSecondFactor(app, { ...factor, userId, address });
  if (!proven.ok) {
    if (proven.problem === "wrong") await recordWrong(app, { userId, address });
    return proven;
  }
  const isFirst = await finish(app, { halfId, userId, by: factor.kind });
  if (!isFirst) return refused("ended");
  app.wakeWorker();
  const kept = await listKeptText(app.db.read, { userId, now: app.clock.now() });
  const byRecovery = factor.kind === "recovery-code";
  const codesLeft = byRecovery ? await countRecoveryCodes(app.db.read, userId) : null;
  return ok({ userId, textKept: kept.length > 0, codesLeft });
}

type Finish = { halfId: string; userId: string; by: SecondFactor["kind"] };

async function finish(app: App, { halfId, userId, by }: Finish): Promise<boolean> {
  return app.db.transact(async (tx) => {
    const user = await findUser(tx, userId);
    if (user?.disabledAt !== null) return false;
    if (!(await deleteHalfSession(tx, halfId))) return false;
    const who = { actorId: userId, subjectId: userId };
    if (by === "recovery-code") {
      await insertAccountEvent(tx, app, { event: "account.recovery-code-used", ...who });
      await warnPerson(tx, app, { to: { ...user, userId }, reason: "recovery-code-used" });
    }
    await insertAccountEvent(tx, app, { event: "account.signed-in", ...who, data: { by } });
    return true;
  });
}

type Wrong = { userId: string; address: string };

async function recordWrong(app: App, { userId, address }: Wrong): Promise<void> {
  const who = { account: userId, address };
  const isLast = await wasLastAttempt(app, who, "second-factor");
  await app.db.transact(async (tx) => {
    const event = "account.second-factor-failed";
    await insertAccountEvent(tx, app, { event, actorId: null, subjectId: userId });
    const user = isLast ? await findUser(tx, userId) : undefined;
    if (user !== undefined) {
      await warnPerson(tx, app, { to: { ...user, userId }, reason: "many-tries" });
    }
  });
  if (isLast) app.wakeWorker();
}

/**
 * Ends the half-session of someone who has just set an authenticator app up and kept the recovery codes; the
 * caller starts the session. Null where it had ended, or the second factor was never given in it.
 */
export async function finishSetUp(
  app: App,
  half: { id: string; userId: string; provenAt: Date | null },
): Promise<{ userId: string; textKept: boolean } | null> {
  if (half.provenAt === null) return null;
  const { id: halfId, userId } = half;
  if (!(await finish(app, { halfId, userId, by: "authenticator" }))) return null;
  const kept = await listKeptText(app.db.read, { userId, now: app.clock.now() });
  return { userId, textKept: kept.length > 0 };
}
