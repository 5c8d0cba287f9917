import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getSession } from "~/auth/session.server";
import { changeName } from "~/services/account/change-name.server";
import { connectIdentity } from "~/services/account/connect-identity.server";
import { signIn } from "~/services/account/sign-in.server";
import { verifyAudit } from "~/services/audit/verify-audit.server";
import { sealAudit } from "~/services/audit/seal-audit.server";
import { eraseAccount } from "~/services/personal-data/erase-account.server";
import { eraseOwnAccount, viewOwnErasure } from "~/services/personal-data/erase-own-account.server";
import { queueMail } from "~/services/mail/queue-mail.server";
import { personColumns } from "~db/account-tables";
import {
  answerRevisions,
  auditEntries,
  grants,
  identities,
  invitations,
  mailPreferences,
  mails,
  retentionErasures,
  signOffs,
  submissions,
  unsubscribeTokens,
  users,
} from "~db/schema";
import { aContext, anAccount, aRequest, aSession, PASSWORD } from "~tests/support/accounts";
import { aGrant, anActor } from "~tests/support/factories/people";
import type { TestApp } from "~tests/support/test-app";
import { aSigningSchool } from "../../signing/signing-school";

const proof = { password: PASSWORD, address: "192.0.2.9" };

const userRow = async (app: TestApp, userId: string) =>
  (await app.db.read.select().from(users).where(eq(users.id, userId)))[0];

/** A school whose colleague wrote an answer and has everything that an account can have. */
async function aFullAccount() {
  const place = await aSigningSchool();
  const { app, colleague } = place;
  const at = app.clock.now();
  await app.db.transact(async (tx) => {
    await queueMail(tx, {
      id: app.newId(),
      template: "password-changed",
      data: { happenedAt: at.toISOString(), path: "/sign-in/forgotten" },
      to: { userId: null, email: colleague.email, name: colleague.name },
      at,
    });
    await tx.insert(mailPreferences).values({ userId: colleague.userId, digest: true });
    await tx
      .insert(unsubscribeTokens)
      .values({ hash: "h", userId: colleague.userId, createdAt: at });
  });
  return place;
}

describe("erasing one's own account", () => {
  it("takes the account and all that belongs to it, and leaves a marker without name or address", async () => {
    const { app, colleague } = await aFullAccount();
    const cookie = await aSession(app, colleague.userId);
    expect(await eraseOwnAccount(app, colleague, { proof, sure: true })).toEqual({
      ok: true,
      value: null,
    });
    const row = await userRow(app, colleague.userId);
    expect(row).toMatchObject({ name: "A colleague who has left", passwordHash: null });
    expect(row?.email).toBe(`left-${colleague.userId}@removed.invalid`);
    expect(row?.emailNormal).toBe(row?.email);
    expect(row?.disabledAt).not.toBeNull();
    for (const { table, column, ofAccount, tableName } of personColumns) {
      if (!ofAccount) continue;
      const left = await app.db.read.select().from(table).where(eq(column, colleague.userId));
      expect(left, tableName).toEqual([]);
    }
    expect(await app.db.read.select().from(mails)).toEqual([]);
    expect(await app.db.read.select().from(mailPreferences)).toEqual([]);
    expect(await getSession(aRequest("/", cookie), aContext(app))).toBeNull();
    const again = await signIn(app, { ...proof, email: colleague.email });
    expect(again).toEqual({ ok: false, problem: "wrong" });
  });

  it("leaves every signed copy as it was: hashes hold, and the signer's name stays", async () => {
    const { app, head, readyAndSign, school } = await aFullAccount();
    await readyAndSign();
    const before = await app.db.read.select().from(submissions);
    const signed = await app.db.read.select().from(signOffs);
    const next = await anActor(app);
    await aGrant(app, { userId: next.userId, role: "head", schoolId: school.id });
    expect(await eraseOwnAccount(app, head, { proof, sure: true })).toMatchObject({ ok: true });
    const after = await app.db.read.select().from(submissions);
    expect(after).toEqual(before);
    for (const { snapshot, sha256 } of after) {
      expect(createHash("sha256").update(snapshot).digest("hex")).toBe(sha256);
    }
    expect(await app.db.read.select().from(signOffs)).toEqual(signed);
    expect(signed[0]?.name).toBe(head.name);
    expect((await userRow(app, head.userId))?.name).toBe("A colleague who has left");
  });

  it("leaves answers, with a colleague who has left beside them", async () => {
    const { app, senco } = await aFullAccount();
    const before = await app.db.read.select().from(answerRevisions);
    await eraseOwnAccount(app, senco, { proof, sure: true });
    expect(await app.db.read.select().from(answerRevisions)).toEqual(before);
    expect((await userRow(app, senco.userId))?.name).toBe("A colleague who has left");
  });

  it("leaves no name or address of theirs in the record, which holds as before", async () => {
    const { app, colleague } = await aFullAccount();
    await signIn(app, { ...proof, password: "wrong", email: colleague.email });
    await eraseOwnAccount(app, colleague, { proof, sure: true });
    await signIn(app, { ...proof, email: colleague.email });
    await sealAudit(app);
    const entries = await app.db.read.select().from(auditEntries);
    const text = JSON.stringify(entries).toLowerCase();
    const address = colleague.email.toLowerCase();
    expect(text).not.toContain(address);
    expect(text).not.toContain(colleague.name.toLowerCase());
    expect(text).not.toContain(createHash("sha256").update(address).digest("hex"));
    expect(await verifyAudit(app)).toMatchObject({ fault: null, waiting: 0 });
    expect(entries.filter(({ event }) => event === "account.erased")).toMatchObject([
      { actorId: colleague.userId, subjectId: colleague.userId, data: '{"way":"own"}' },
    ]);
  });

  it("ends their roles and takes back what they were offered", async () => {
    const { app, colleague, head, school } = await aFullAccount();
    await app.db.transact(async (tx) => {
      await tx.insert(invitations).values({
        id: app.newId(),
        hash: "x",
        email: colleague.email,
        emailNormal: colleague.email.toLowerCase(),
        name: colleague.name,
        role: "governor",
        schoolId: school.id,
        from: "2026-11-24",
        invitedBy: head.userId,
        createdAt: app.clock.now(),
        sentAt: app.clock.now(),
        sends: 1,
        expiresAt: app.clock.now(),
        version: 1,
      });
    });
    await eraseOwnAccount(app, colleague, { proof, sure: true });
    expect(await app.db.read.select().from(invitations)).toEqual([]);
    const held = await app.db.read.select().from(grants).where(eq(grants.userId, colleague.userId));
    expect(held.map(({ to }) => to)).toEqual(["2026-11-23"]);
  });

  it("asks for the box and for the password", async () => {
    const { app, colleague } = await aFullAccount();
    const wrong = { ...proof, password: "not mine" };
    expect(await eraseOwnAccount(app, colleague, { proof, sure: false })).toEqual({
      ok: false,
      problem: { code: "not-sure" },
    });
    expect(await eraseOwnAccount(app, colleague, { proof: wrong, sure: true })).toEqual({
      ok: false,
      problem: { code: "wrong" },
    });
    expect(await app.db.read.select().from(retentionErasures)).toEqual([]);
  });

  it("waits for somebody to follow the last headteacher", async () => {
    const { app, head, school } = await aFullAccount();
    const view = await viewOwnErasure(app, head);
    expect(view).toMatchObject({ lastKeeperOf: [school.name], ways: { password: true } });
    expect(await eraseOwnAccount(app, head, { proof, sure: true })).toEqual({
      ok: false,
      problem: { code: "last-keeper", places: [school.name] },
    });
    expect((await userRow(app, head.userId))?.name).toBe(head.name);
  });

  it("frees the address for a new account", async () => {
    const { app, colleague } = await aFullAccount();
    await eraseOwnAccount(app, colleague, { proof, sure: true });
    const again = await anAccount(app, { email: colleague.email });
    expect(again.userId).not.toBe(colleague.userId);
  });
});

describe("what another browser sent at the moment of the erasure", () => {
  it("brings neither name nor way to sign in back", async () => {
    const { app, colleague } = await aFullAccount();
    const { userId } = colleague;
    await eraseOwnAccount(app, colleague, { proof, sure: true });
    const before = await userRow(app, userId);
    const outside = { issuer: "https://login.example", subject: "one", label: colleague.email };
    expect(await changeName(app, colleague, { name: "Back Again" })).toMatchObject({ ok: true });
    const connecting = { userId, provider: "generic", outside, how: "account" } as const;
    expect(await connectIdentity(app, connecting)).toMatchObject({ problem: "closed" });
    expect(await userRow(app, userId)).toEqual(before);
    expect(await app.db.read.select().from(identities)).toEqual([]);
    expect(await app.db.read.select().from(mails)).toEqual([]);
  });
});

describe("erasing an account by the schedule or for a manager", () => {
  it.each(["schedule", "manager"] as const)(
    "leaves one alone that has a role at that moment: %s",
    async (way) => {
      const { app, colleague, head } = await aFullAccount();
      const by = way === "manager" ? head : null;
      const { userId } = colleague;
      const done = await app.db.transact((tx) => eraseAccount(tx, app, { userId, by, way }));
      expect(done).toEqual({ ok: false, problem: { code: "has-role" } });
      expect((await userRow(app, userId))?.name).toBe(colleague.name);
      const held = await app.db.read.select().from(grants).where(eq(grants.userId, userId));
      expect(held.map(({ to }) => to)).toEqual([null]);
    },
  );
});

describe("erasing twice", () => {
  it("finds nothing the second time", async () => {
    const { app, colleague } = await aFullAccount();
    const erase = () =>
      app.db.transact((tx) =>
        eraseAccount(tx, app, { userId: colleague.userId, by: colleague, way: "own" }),
      );
    expect(await erase()).toMatchObject({ ok: true });
    expect(await erase()).toEqual({ ok: false, problem: { code: "gone" } });
  });
});
