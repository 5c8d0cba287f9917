import { mkdir, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { USUAL_SETTINGS, type RetentionSettings } from "~/domain/personal-data/retention-settings";
import { eraseOwnAccount } from "~/services/personal-data/erase-own-account.server";
import { queueRetention } from "~/services/personal-data/queue-retention.server";
import { keepRetention } from "~/services/personal-data/retention-night.server";
import { writeChoice, writeSchedule } from "~db/queries/retention-settings";
import {
  actions,
  answerRevisions,
  answers,
  auditEntries,
  caughtMails,
  grants,
  mails,
  outbox,
  responses,
  retentionErasures,
  retentionNotices,
  retentionReports,
  sessions,
  users,
} from "~db/schema";
import { aSession, PASSWORD } from "~tests/support/accounts";
import { anActor } from "~tests/support/factories/people";
import { aResponse } from "~tests/support/factories/rounds";
import { aSave } from "~tests/support/factories/worlds";
import { aSigningSchool } from "../../signing/signing-school";

/** A school whose nights can be lived through. */
async function aSchoolAtNight() {
  const place = await aSigningSchool();
  const { app, owner, head, school, version } = place;
  const runTask = () => Promise.reject(new Error("no pool"));
  const postpone = () => undefined;
  const night = async (now: string) => {
    app.clock.set(`${now}T00:05:00Z`);
    await keepRetention({ app, payload: { day: now }, runTask, postpone });
  };
  const start = async (settings: Partial<RetentionSettings> = {}) => {
    const row = {
      organisationId: owner.id,
      settings: JSON.stringify({ ...USUAL_SETTINGS, ...settings }),
      startedAt: app.clock.now(),
      changedBy: head.userId,
      changedAt: app.clock.now(),
      version: 1,
    };
    await app.db.transact((tx) => writeSchedule(tx, row));
  };
  const aMail = async (at: string, over: Partial<typeof mails.$inferInsert> = {}) => {
    const id = app.newId();
    await app.db.transact(async (tx) => {
      await tx.insert(mails).values({
        id,
        template: "digest",
        email: "someone@oakfold.example",
        name: "Someone",
        state: "sent",
        schoolId: school.id,
        queuedAt: new Date(at),
        settledAt: new Date(at),
        ...over,
      });
    });
    return id;
  };
  const mailIds = async () => (await app.db.read.select().from(mails)).map(({ id }) => id).sort();
  const reports = () => app.db.read.select().from(retentionReports);
  const choose = (schoolYears: number | null, number = 1) =>
    app.db.transact((tx) =>
      writeChoice(tx, {
        schoolId: school.id,
        schoolYears,
        changedBy: head.userId,
        changedAt: app.clock.now(),
        version: number,
      }),
    );
  /** A private self-review with one answer, touched now. */
  const aPrivateReview = async () => {
    const review = await aResponse(app, { schoolId: school.id, versionId: version.id });
    await aSave(app, { responseId: review.id, userId: head.userId, key: "A1", commentary: "Ours" });
    return review;
  };
  const reviewIds = async () => (await app.db.read.select().from(responses)).map(({ id }) => id);
  const templates = async () =>
    (await app.db.read.select().from(mails)).map(({ template }) => template);
  const notices = () => app.db.read.select().from(retentionNotices);
  const tools = { night, start, aMail, mailIds, reports, choose, aPrivateReview, reviewIds };
  return { ...place, ...tools, templates, notices };
}

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
});

describe("a school's own self-reviews", () => {
  it("are all kept for ever where the school chose nothing", async () => {
    const { aPrivateReview, night, start, reviewIds, templates } = await aSchoolAtNight();
    const review = await aPrivateReview();
    await start();
    await night("2060-01-01");
    expect(await reviewIds()).toContain(review.id);
    expect(await templates()).toEqual([]);
  });

  it("go after the years the school chose, 30 days after head and coordinator were told", async () => {
    const place = await aSchoolAtNight();
    const { app, aPrivateReview, choose, night, reviewIds, templates, response } = place;
    const review = await aPrivateReview();
    await app.db.transact(async (tx) => {
      const at = app.clock.now();
      const words = { title: "T", leadRole: "SENCO", term: "2026-27 Term 4", howWeWillKnow: "x" };
      await tx.insert(actions).values({
        ...words,
        id: "line",
        schoolId: place.school.id,
        responseId: review.id,
        itemKey: "A1",
        priority: 1,
        state: "open",
        progressNote: "",
        createdBy: place.head.userId,
        createdAt: at,
        updatedAt: at,
        version: 1,
      });
    });
    await choose(1);
    await night("2028-08-01");
    expect(await templates()).toEqual([]);
    await night("2028-08-02");
    expect(await templates()).toEqual(["self-reviews-going", "self-reviews-going"]);
    await night("2028-08-31");
    expect(await reviewIds()).toContain(review.id);
    await night("2028-09-01");
    expect(await reviewIds()).toEqual([response.id]);
    const left = { revisions: answerRevisions, answers };
    for (const table of Object.values(left)) {
      const rows = await app.db.read.select().from(table).where(eq(table.responseId, review.id));
      expect(rows).toEqual([]);
    }
    expect(await app.db.read.select().from(actions)).toMatchObject([
      { id: "line", responseId: null },
    ]);
    const events = (await app.db.read.select().from(auditEntries)).map(({ event }) => event);
    expect(events).toEqual(expect.arrayContaining(["retention.told", "retention.removed"]));
  });

  it("stay when somebody writes in one after being told", async () => {
    const { app, aPrivateReview, choose, night, reviewIds, notices, head } = await aSchoolAtNight();
    const review = await aPrivateReview();
    await choose(1);
    await night("2028-08-02");
    await aSave(app, { responseId: review.id, userId: head.userId, key: "A2" });
    await night("2028-09-05");
    expect(await reviewIds()).toContain(review.id);
    expect(await notices()).toMatchObject([{ outcome: "kept" }]);
  });

  it("stay when the school chooses to keep them after being told", async () => {
    const { aPrivateReview, choose, night, reviewIds, notices } = await aSchoolAtNight();
    const review = await aPrivateReview();
    await choose(1);
    await night("2028-08-02");
    await choose(null, 2);
    await night("2028-09-05");
    expect(await reviewIds()).toContain(review.id);
    expect(await notices()).toMatchObject([{ outcome: "kept" }]);
  });

  it("stay where there is nobody to tell", async () => {
    const { app, aPrivateReview, choose, night, reviewIds } = await aSchoolAtNight();
    const review = await aPrivateReview();
    await choose(1);
    await app.db.transact(async (tx) => {
      await tx.update(grants).set({ to: "2026-11-24" });
    });
    await night("2028-08-02");
    await night("2028-09-05");
    expect(await reviewIds()).toContain(review.id);
  });

  it("that were signed never go, whatever was chosen, and the database refuses it", async () => {
    const { app, choose, night, readyAndSign, reviewIds, response } = await aSchoolAtNight();
    await readyAndSign();
    await app.db.transact(async (tx) => {
      await tx.update(responses).set({ state: "lapsed" }).where(eq(responses.id, response.id));
    });
    await choose(1);
    await night("2028-08-02");
    await night("2028-09-05");
    expect(await reviewIds()).toEqual([response.id]);
    await expect(
      app.db.transact(async (tx) => {
        await tx.delete(answerRevisions).where(eq(answerRevisions.responseId, response.id));
      }),
    ).rejects.toThrow();
  });

  it("cannot be deleted behind the schedule's back", async () => {
    const { app, aPrivateReview } = await aSchoolAtNight();
    const review = await aPrivateReview();
    await expect(
      app.db.transact(async (tx) => {
        await tx.delete(answerRevisions).where(eq(answerRevisions.responseId, review.id));
      }),
    ).rejects.toThrow();
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
