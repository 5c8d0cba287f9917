import { Secret, TOTP } from "otpauth";
import { getHalfSession } from "~/auth/half-session.server";
import { openText } from "~/auth/secret-box.server";
import { confirmEnrolment, startEnrolment } from "~/services/account/enrol-authenticator.server";
import { findAuthenticator } from "~db/queries/second-factors";
import { aContext, aRequest } from "./accounts";
import type { TestApp } from "./test-app";

/** What the person's phone shows at the app's time, from the secret it was given. */
export async function codeOf(app: TestApp, userId: string): Promise<string> {
  const row = await findAuthenticator(app.db.read, userId);
  const sealed = row?.pendingSecret ?? row?.secret ?? "";
  const secret = await openText(app, { sealed, owner: userId });
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: app.clock.now().getTime(),
  });
}

/** Gives a person an authenticator app; the answer is their recovery codes. The clock goes on by two codes. */
export async function anAuthenticator(app: TestApp, userId: string): Promise<string[]> {
  await startEnrolment(app, userId);
  const code = await codeOf(app, userId);
  const within = { sessionId: "" };
  const result = await confirmEnrolment(app, { userId, code, address: "192.0.2.9", within });
  if (!result.ok) throw new Error(`No authenticator: ${result.problem}`);
  app.clock.advance({ minutes: 1 });
  return result.value.codes;
}

/** The half-session of a cookie, as the second step finds it. */
export function halfOf(app: TestApp, cookie: string) {
  return getHalfSession(aRequest("/sign-in/code", cookie), aContext(app));
}
