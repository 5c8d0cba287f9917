import { readAppCode, readRecoveryCode } from "~/domain/account/recovery-code";
import { ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { findAuthenticator, spendRecoveryCode, takeStep } from "~db/queries/second-factors";
import { stepOfCode } from "./authenticator-codes.server";
import { keyedHash, openText } from "./secret-box.server";
import { forgiveAttempt, takeAttempt } from "./sign-in-limits.server";

/** The second thing a person has. `code` is as typed. */
export type SecondFactor = { kind: "authenticator" | "recovery-code"; code: string };

type Attempt = SecondFactor & {
  userId: string;
  /** Where the request came from. */
  address: string;
};

/**
 * Whether this code is good for this person now. It is used up: the same code, or an earlier one of the app, is
 * `wrong` from then on, also when two requests bring it at once. `too-many`: the person or the address has to
 * wait, and the code was not looked at.
 */
export async function proveSecondFactor(
  app: App,
  { kind, code, userId, address }: Attempt,
): Promise<Result<null, "wrong" | "too-many">> {
  const who = { account: userId, address };
  if (!(await takeAttempt(app, who, "second-factor"))) return refused("too-many");
  const proof = { userId, code };
  const isGood = await (kind === "authenticator" ? isAppCode(app, proof) : isRecovery(app, proof));
  if (!isGood) return refused("wrong");
  await forgiveAttempt(app, who, "second-factor");
  return ok(null);
}

type Proof = { userId: string; code: string };

async function isAppCode(app: App, { userId, code: typed }: Proof): Promise<boolean> {
  const code = readAppCode(typed);
  const stored = await findAuthenticator(app.db.read, userId);
  const sealed = stored?.secret ?? null;
  if (code === null || sealed === null) return false;
  const secret = await openText(app, { sealed, owner: userId });
  const step = stepOfCode({ secret, code, now: app.clock.now() });
  if (step === null) return false;
  return app.db.transact((tx) => takeStep(tx, { userId, secret: sealed, step }));
}

async function isRecovery(app: App, { userId, code: typed }: Proof): Promise<boolean> {
  const code = readRecoveryCode(typed);
  if (code === null) return false;
  const hash = await keyedHash(app, code);
  const at = app.clock.now();
  return app.db.transact((tx) => spendRecoveryCode(tx, { userId, hash, at }));
}
