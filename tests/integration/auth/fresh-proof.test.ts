import { describe, expect, it } from "vitest";
import { hasFreshProof, keepFreshProof, takeFreshProof } from "~/auth/fresh-proof.server";
import { reauthenticate } from "~/auth/reauthenticate.server";
import { getSession } from "~/auth/session.server";
import {
  aContext,
  anAccount,
  aRequest,
  aSession,
  countingPasswords,
} from "~tests/support/accounts";
import { aTestApp } from "~tests/support/test-app";

const SIGN = "/schools/118534/self-reviews/one/sign";

async function aProof() {
  const app = await aTestApp();
  const person = await anAccount(app, { passwords: countingPasswords() });
  const { userId } = person;
  const cookie = await aSession(app, userId);
  const session = await getSession(aRequest("/", cookie), aContext(app));
  const asked = { sessionId: session?.id ?? "", userId, purpose: SIGN };
  await app.db.transact((tx) => keepFreshProof(tx, app, { id: "trip", ...asked }));
  return { app, person, asked };
}

describe("a fresh proof", () => {
  it("counts once, however many ask together", async () => {
    const { app, asked } = await aProof();
    expect(await hasFreshProof(app, asked)).toBe(true);
    const taken = await Promise.all([1, 2, 3].map(() => takeFreshProof(app, asked)));
    expect(taken.filter((one) => one !== null)).toEqual([
      { at: app.clock.now(), by: "single-sign-on" },
    ]);
    expect(await hasFreshProof(app, asked)).toBe(false);
  });

  it("is for one page, whatever its query, and for no other", async () => {
    const { app, asked } = await aProof();
    expect(await takeFreshProof(app, { ...asked, purpose: "/account" })).toBeNull();
    expect(await takeFreshProof(app, { ...asked, purpose: "//evil.example" })).toBeNull();
    expect(await takeFreshProof(app, { ...asked, purpose: `${SIGN}?again=1` })).not.toBeNull();
  });

  it("is for one session and one person", async () => {
    const { app, asked } = await aProof();
    const other = await anAccount(app, { email: "o@x.example", passwords: countingPasswords() });
    expect(await takeFreshProof(app, { ...asked, userId: other.userId })).toBeNull();
    expect(await takeFreshProof(app, { ...asked, sessionId: "another" })).toBeNull();
  });

  it("waits five minutes and not longer", async () => {
    const { app, asked } = await aProof();
    app.clock.advance({ minutes: 5 });
    expect(await takeFreshProof(app, asked)).toBeNull();
  });

  it("lets a person through where they are asked again who they are, once", async () => {
    const { app, person, asked } = await aProof();
    const { sessionId, purpose } = asked;
    const means = { kind: "single-sign-on", sessionId, purpose } as const;
    const circumstances = { address: "192.0.2.1" };
    expect(await reauthenticate(app, person, means, circumstances)).toEqual({
      ok: true,
      value: { at: app.clock.now(), by: "single-sign-on" },
    });
    expect(await reauthenticate(app, person, means, circumstances)).toEqual({
      ok: false,
      problem: "wrong",
    });
  });
});
