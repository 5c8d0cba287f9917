import { describe, expect, it } from "vitest";
import { createDailyJobs } from "~/platform/daily-jobs.server";
import { makeDigest } from "~/services/mail/make-digest.server";
import { viewMailPreferences } from "~/services/mail/mail-preferences.server";
import {
  changePreferencesByLink,
  viewPreferencesByLink,
} from "~/services/mail/mail-preferences.server";
import { queueDigests } from "~/services/mail/queue-digests.server";
import { confirmAccess, viewAccessCheck } from "~/services/people/access-check.server";
import { insertTerms } from "~db/queries/calendar";
import { listUnlinkedEntries } from "~db/queries/audit";
import { mails, outbox, unsubscribeTokens } from "~db/schema";
import { aMailServer } from "~tests/support/a-mail-server";
import { doOutbox } from "~tests/support/do-outbox";
import { anActor } from "~tests/support/factories/people";
import { aSchoolInARound } from "~tests/support/factories/worlds";
import { aTestApp, type TestApp } from "~tests/support/test-app";

const MONDAY = "2026-11-23T00:05:00.000Z";
const EIGHT = "2026-11-23T08:00:00.000Z";

/** A school in a round at the start of a Monday, in a term that its authority keeps, and a mail server. */
async function aMonday() {
  const app = await aTestApp({ now: MONDAY });
  const world = await aSchoolInARound(app);
  const server = await aMailServer();
  app.mailer = server.mailer;
  const term = { year: "2026-27", term: 2, from: "2026-11-02", to: "2026-12-18", version: 1 };
  const organisationId = world.organisation.id;
  await app.db.transact((tx) => insertTerms(tx, [{ id: app.newId(), organisationId, ...term }]));
  return { app, server, ...world };
}

const keyIn = (text: string) => /\/mails\/stop\?key=([\w-]+)/.exec(text)?.[1] ?? "";

async function week(app: TestApp): Promise<void> {
  await queueDigests(app);
  await doOutbox(app);
}

describe("the weekly mail", () => {
  it("is made at eight for everyone something waits for, and says what, with links", async () => {
    const { app, server, school, response, head } = await aMonday();
    await week(app);
    expect(server.taken).toHaveLength(0);
    app.clock.set(EIGHT);
    await doOutbox(app);
    expect(
      server.taken
        .map(({ envelopeTo }) => envelopeTo)
        .flat()
        .sort(),
    ).toHaveLength(2);
    const mail = server.taken.find(({ envelopeTo }) => envelopeTo.includes(head.email));
    expect(mail?.subject).toBe("One thing waits for you in Inclusion Review");
    expect(mail?.text).toContain("Dear Helen");
    expect(mail?.text).toContain(school.name);
    expect(mail?.text).toMatch(/statements? left, about \d+ minutes?, due on Friday 11 December/);
    expect(mail?.text).toContain(`/schools/${school.urn}/self-reviews/${response.id}`);
  });

  it("asks a head, and nobody else, to check who has access at the start of a term, until it is done", async () => {
    const { app, server, school, head, coordinator, organisation } = await aMonday();
    const term = { year: "2026-27", term: 3, from: "2027-01-04", to: "2027-02-12", version: 1 };
    const organisationId = organisation.id;
    await app.db.transact((tx) => insertTerms(tx, [{ id: app.newId(), organisationId, ...term }]));
    const mailsTo = (email: string) =>
      server.taken.filter(({ envelopeTo }) => envelopeTo.includes(email));

    app.clock.set("2027-01-04T09:00:00.000Z");
    await week(app);
    const asked = mailsTo(head.email).at(-1)?.text ?? "";
    expect(asked).toContain("Check who has access for Term 3, 2026 to 2027");
    expect(asked).toContain(`/schools/${school.urn}/access`);
    expect(mailsTo(coordinator.email).at(-1)?.text).not.toContain("who has access");

    const { urn } = school;
    const { people } = await viewAccessCheck(app, head, { urn });
    const shown = people.flatMap(({ roles }) => roles.map(({ grantId }) => grantId));
    await confirmAccess(app, head, { urn, shown, kept: shown });
    app.clock.set("2027-01-11T09:00:00.000Z");
    await week(app);
    expect(mailsTo(head.email)).toHaveLength(2);
    expect(mailsTo(head.email).at(-1)?.text).not.toContain("who has access");
  });

  it("comes once a week, however often the job is run", async () => {
    const { app, server } = await aMonday();
    app.clock.set(EIGHT);
    await week(app);
    await week(app);
    app.clock.set("2026-11-25T10:00:00.000Z");
    await week(app);
    expect(server.taken).toHaveLength(2);
    app.clock.set("2026-11-30T09:00:00.000Z");
    await week(app);
    expect(server.taken).toHaveLength(4);
  });

  it("stays away in the school holidays", async () => {
    const { app, server } = await aMonday();
    app.clock.set("2026-12-21T10:00:00.000Z");
    await week(app);
    expect(server.taken).toHaveLength(0);
    expect(await app.db.read.select().from(outbox)).toEqual([]);
  });

  it("is not written where nothing waits", async () => {
    const { app, server } = await aMonday();
    await anActor(app, { grants: [] });
    app.clock.set(EIGHT);
    await week(app);
    expect(server.taken).toHaveLength(2);
    expect(await app.db.read.select().from(mails)).toHaveLength(2);
  });

  it("is written once, though its job is done twice", async () => {
    const { app, head } = await aMonday();
    const payload = { userId: head.userId, mailId: "0190bbbb-0000-7000-8000-000000000001" };
    const runTask = () => Promise.reject(new Error("no threads in this test"));
    const job = { app, payload, runTask, postpone: () => undefined };
    await makeDigest(job);
    await makeDigest(job);
    expect(await app.db.read.select().from(mails)).toHaveLength(1);
  });

  it("tells a manager of returns to open and mails that came back", async () => {
    const { app, server, organisation, school } = await aMonday();
    const grants = [{ role: "manager" as const, organisationId: organisation.id }];
    const manager = await anActor(app, { user: { name: "Ann Field" }, grants });
    await app.db.transact(async (tx) => {
      await tx.insert(mails).values({
        id: app.newId(),
        template: "invitation",
        email: "gone@oakfold.example",
        name: "Gone",
        state: "bounced",
        bounceCode: "550",
        schoolId: school.id,
        queuedAt: app.clock.now(),
        settledAt: app.clock.now(),
      });
    });
    app.clock.set(EIGHT);
    await week(app);
    const mail = server.taken.find(({ envelopeTo }) => envelopeTo.includes(manager.email));
    expect(mail?.text).toContain("1 mail did not get through");
    expect(mail?.text).toContain(`/organisations/${organisation.key}/work`);
  });
});

describe("the link that ends the weekly mail", () => {
  async function aLink() {
    const { app, server, head } = await aMonday();
    app.clock.set(EIGHT);
    await week(app);
    const mail = server.taken.find(({ envelopeTo }) => envelopeTo.includes(head.email));
    return { app, server, head, secret: keyIn(mail?.text ?? "") };
  }

  it("ends it for this person, on a press, and begins it again", async () => {
    const { app, server, head, secret } = await aLink();
    expect(await viewPreferencesByLink(app, secret)).toEqual({ digest: true });
    expect(await changePreferencesByLink(app, { secret, digest: false })).toBe(true);
    expect(await viewMailPreferences(app, head)).toMatchObject({ digest: false });
    app.clock.set("2026-11-30T09:00:00.000Z");
    const before = server.taken.length;
    await week(app);
    expect(server.taken.length - before).toBe(1);
    expect(server.taken.at(-1)?.envelopeTo).not.toContain(head.email);
    await changePreferencesByLink(app, { secret, digest: true });
    expect(await viewMailPreferences(app, head)).toMatchObject({ digest: true });
    const events = (await listUnlinkedEntries(app.db.read, 10)).map(({ event }) => event);
    expect(events).toEqual(["mail.digest-stopped", "mail.digest-wanted"]);
  });

  it("is kept as a hash only", async () => {
    const { app, secret } = await aLink();
    expect(secret.length).toBeGreaterThan(40);
    const kept = JSON.stringify(await app.db.read.select().from(unsubscribeTokens));
    expect(kept).not.toContain(secret);
    expect(JSON.stringify(await app.db.read.select().from(mails))).not.toContain(secret);
    expect(app.logged.join("")).not.toContain(secret);
  });

  it.each(["", "guessed", "a".repeat(64)])("answers nothing to %j", async (secret) => {
    const { app } = await aLink();
    expect(await viewPreferencesByLink(app, secret)).toBeNull();
    expect(await changePreferencesByLink(app, { secret, digest: false })).toBe(false);
  });
});

describe("daily jobs", () => {
  it("run once a London day, in one of two processes", async () => {
    const app = await aTestApp({ now: "2026-07-01T22:59:00.000Z" });
    const days: string[] = [];
    const run = (given: typeof app | Parameters<typeof queueDigests>[0]) =>
      Promise.resolve(void days.push(given.clock.now().toISOString()));
    const [one, other] = [
      createDailyJobs([{ name: "x", run }]),
      createDailyJobs([{ name: "x", run }]),
    ];
    await one(app);
    await one(app);
    await other(app);
    app.clock.set("2026-07-01T23:00:00.000Z");
    await other(app);
    await one(app);
    expect(days).toEqual(["2026-07-01T22:59:00.000Z", "2026-07-01T23:00:00.000Z"]);
  });

  it("go on after one of them failed, and it has its turn the next day", async () => {
    const app = await aTestApp();
    let done = 0;
    let failed = 0;
    const jobs = createDailyJobs([
      { name: "bad", run: () => Promise.reject(new Error(`no ${(failed += 1)}`)) },
      { name: "good", run: () => Promise.resolve(void (done += 1)) },
    ]);
    await jobs(app);
    await jobs(app);
    app.clock.advance({ days: 1 });
    await jobs(app);
    expect({ done, failed }).toEqual({ done: 2, failed: 2 });
    expect(app.logged.join("")).toContain("daily job failed");
  });
});
