import { mkdir, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { eraseOwnAccount } from "~/services/personal-data/erase-own-account.server";
import { queueRetention } from "~/services/personal-data/queue-retention.server";
import {
  auditEntries,
  caughtMails,
  grants,
  outbox,
  retentionErasures,
  sessions,
  users,
} from "~db/schema";
import { aSession, PASSWORD } from "~tests/support/accounts";
import { anActor } from "~tests/support/factories/people";
import { aSchoolAtNight } from "./a-school-at-night";

describe("mails and invitations", () => {
  it("go by the organisation's schedule once it has begun, and by no other day", async () => {
    const { start, aMail, mailIds, night } = await aSchoolAtNight();
    await aMail("2026-05-23T12:00:00Z");
    const young = await aMail("2026-05-24T12:00:00Z");
    const bounced = await aMail("2026-05-23T12:00:00Z", { state: "bounced" });
    const parked = await aMail("2020-01-01T12:00:00Z", { state: "queued", settledAt: null });
    await start();
    await night("2026-11-23");
    expect(await mailIds()).toEqual([young, bounced, parked].sort());
    await night("2026-11-24");
    expect(await mailIds()).toEqual([bounced, parked].sort());
  });

  it("stay until a manager lets deleting begin, and each night says what would go", async () => {
    const { aMail, mailIds, night, reports, owner } = await aSchoolAtNight();
    const old = await aMail("2020-01-01T12:00:00Z");
    const later = await aMail("2026-11-01T12:00:00Z");
    await night("2026-11-24");
    expect(await mailIds()).toEqual([old, later].sort());
    expect(await reports()).toContainEqual(
      expect.objectContaining({
        organisationId: owner.id,
        kind: "mails",
        removed: 1,
        oldestKept: "2026-11-01",
        preview: true,
      }),
    );
  });

  it("are told in the night's report, which adds up when the night is run again", async () => {
    const { start, aMail, night, reports, owner } = await aSchoolAtNight();
    await start();
    const own = async () =>
      (await reports()).filter((row) => row.organisationId === owner.id && row.kind === "mails");
    await aMail("2020-01-01T12:00:00Z");
    await night("2026-11-24");
    await aMail("2020-01-01T12:00:00Z");
    await night("2026-11-24");
    expect(await own()).toMatchObject([{ removed: 2, preview: false, oldestKept: null }]);
  });

  it("go in batches however many there are", async () => {
    const { start, aMail, mailIds, night } = await aSchoolAtNight();
    for (let made = 0; made < 205; made += 1) await aMail("2020-01-01T12:00:00Z");
    await start();
    await night("2026-11-24");
    expect(await mailIds()).toEqual([]);
  });
});

describe("what the service sweeps up by itself", () => {
  it("is sessions that ended, work that is done and mails caught in a demonstration", async () => {
    const { app, head, night, reports } = await aSchoolAtNight();
    await aSession(app, head.userId);
    const at = app.clock.now();
    await app.db.transact(async (tx) => {
      await tx.insert(caughtMails).values({ id: "old", source: "x", caughtAt: at });
      const times = { availableAt: at, createdAt: at };
      const job = { kind: "send-mail", payload: "{}", tries: 1, ...times } as const;
      await tx.insert(outbox).values([
        { id: "done", ...job, state: "done", doneAt: at },
        { id: "parked", ...job, state: "parked" },
      ]);
    });
    await night("2026-12-01");
    expect(await app.db.read.select().from(sessions)).toHaveLength(1);
    await night("2026-12-30");
    expect(await app.db.read.select().from(sessions)).toEqual([]);
    expect(await app.db.read.select().from(caughtMails)).toEqual([]);
    expect((await app.db.read.select().from(outbox)).map(({ id }) => id)).toContain("parked");
    expect((await app.db.read.select().from(outbox)).map(({ id }) => id)).not.toContain("done");
    expect(await reports()).toContainEqual(
      expect.objectContaining({ organisationId: null, kind: "sessions", removed: 1 }),
    );
  });

  it("is backups older than 35 days, the newest whole one never, and nothing else there", async () => {
    const { app, night } = await aSchoolAtNight();
    const folder = path.join(app.config.dataDir, "backups");
    const names = [
      "2026-01-01T00-00-00-000Z",
      "2026-02-01T00-00-00-000Z",
      "before-restore-2026-01-05T00-00-00-000Z",
      "of-somebody",
    ];
    for (const name of names) {
      await mkdir(path.join(folder, name), { recursive: true });
      await writeFile(path.join(folder, name, "file"), "x");
    }
    await night("2026-11-24");
    expect((await readdir(folder)).sort()).toEqual(["2026-02-01T00-00-00-000Z", "of-somebody"]);
  });
});

describe("accounts with no role left", () => {
  it("are erased after a mail 30 days before, and not a day sooner", async () => {
    const { app, start, night, colleague, templates, notices } = await aSchoolAtNight();
    await app.db.transact(async (tx) => {
      await tx.update(grants).set({ to: "2026-11-24" }).where(eq(grants.userId, colleague.userId));
    });
    await start();
    await night("2027-10-24");
    expect(await templates()).toEqual([]);
    await night("2027-10-25");
    expect(await templates()).toEqual(["account-going"]);
    expect(await notices()).toMatchObject([{ kind: "account", goesOn: "2027-11-24" }]);
    await night("2027-11-23");
    expect(await app.db.read.select().from(retentionErasures)).toEqual([]);
    await night("2027-11-24");
    expect(await app.db.read.select().from(retentionErasures)).toMatchObject([
      { userId: colleague.userId, way: "schedule" },
    ]);
    expect(await notices()).toMatchObject([{ outcome: "removed" }]);
  });

  it("stay when a role comes meanwhile", async () => {
    const { app, start, night, colleague, school, notices } = await aSchoolAtNight();
    await app.db.transact(async (tx) => {
      await tx.update(grants).set({ to: "2026-11-24" }).where(eq(grants.userId, colleague.userId));
    });
    await start();
    await night("2027-10-25");
    await anActor(app, {
      user: { ...colleague, id: colleague.userId, version: 1 },
      grants: [{ role: "governor", schoolId: school.id }],
    });
    await night("2027-11-24");
    expect(await notices()).toMatchObject([{ outcome: "kept" }]);
    expect(await app.db.read.select().from(retentionErasures)).toEqual([]);
  });

  it("never are those of people with a role", async () => {
    const { app, start, night, notices } = await aSchoolAtNight();
    await start({ accounts: 3 });
    await night("2040-01-01");
    expect(await notices()).toEqual([]);
    expect(await app.db.read.select().from(retentionErasures)).toEqual([]);
  });

  it("are erased again when an old backup brings them back", async () => {
    const { app, night, colleague } = await aSchoolAtNight();
    const proof = { password: PASSWORD, address: "192.0.2.3" };
    await eraseOwnAccount(app, colleague, { proof, sure: true });
    await app.db.transact(async (tx) => {
      await tx.delete(retentionErasures);
      const { email, name } = colleague;
      await tx
        .update(users)
        .set({ email, emailNormal: email.toLowerCase(), name, disabledAt: null })
        .where(eq(users.id, colleague.userId));
    });
    await night("2026-11-25");
    const [row] = await app.db.read.select().from(users).where(eq(users.id, colleague.userId));
    expect(row?.name).toBe("A colleague who has left");
  });

  it("are erased again with the roles they have in the backup, though nobody follows there", async () => {
    const { app, night, head, school } = await aSchoolAtNight();
    const next = await anActor(app, { grants: [{ role: "head", schoolId: school.id }] });
    const proof = { password: PASSWORD, address: "192.0.2.3" };
    expect(await eraseOwnAccount(app, head, { proof, sure: true })).toMatchObject({ ok: true });
    await app.db.transact(async (tx) => {
      await tx.delete(retentionErasures);
      await tx.delete(grants).where(eq(grants.userId, next.userId));
      await tx.update(grants).set({ to: null }).where(eq(grants.userId, head.userId));
      const { email, name } = head;
      const before = { email, emailNormal: email.toLowerCase(), name, disabledAt: null };
      await tx.update(users).set(before).where(eq(users.id, head.userId));
    });
    await night("2026-11-25");
    const [row] = await app.db.read.select().from(users).where(eq(users.id, head.userId));
    expect(row?.name).toBe("A colleague who has left");
    const held = await app.db.read.select().from(grants).where(eq(grants.userId, head.userId));
    expect(held.map(({ to }) => to)).toEqual(["2026-11-24"]);
    const entries = await app.db.read.select().from(auditEntries);
    expect(entries.filter(({ actorId }) => actorId === null).map(({ event }) => event)).toEqual(
      expect.arrayContaining(["grant.ended", "account.erased"]),
    );
  });
});

describe("the daily job", () => {
  it("asks for the night's work once, through the outbox", async () => {
    const { app } = await aSchoolAtNight();
    await queueRetention(app);
    const jobs = await app.db.read.select().from(outbox);
    expect(jobs).toMatchObject([{ kind: "keep-retention", payload: '{"day":"2026-11-24"}' }]);
  });
});
