import { describe, expect, it } from "vitest";
import { queueMail, type NewMail } from "~/services/mail/queue-mail.server";
import { setWantsDigest } from "~db/queries/mail-preferences";
import { findMail } from "~db/queries/mails";
import { countWaiting, listParkedJobs } from "~db/queries/outbox";
import { insertBankHolidays, insertTerms } from "~db/queries/calendar";
import { aMailServer, type TestMailServer } from "~tests/support/a-mail-server";
import { doOutbox } from "~tests/support/do-outbox";
import { aGrant, aUser } from "~tests/support/factories/people";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { aTestApp, type TestApp } from "~tests/support/test-app";

const ID = "0190aaaa-0000-7000-8000-000000000001";
const SECRET = "a-secret-of-the-link";

/** An app that sends to a mail server of its own. */
async function anAppWithMail(now?: string): Promise<{ app: TestApp; server: TestMailServer }> {
  const app = await aTestApp(now === undefined ? {} : { now });
  const server = await aMailServer();
  app.mailer = server.mailer;
  return { app, server };
}

function aReset(app: TestApp, over: Partial<Pick<NewMail, "to" | "id" | "notBefore">> = {}) {
  const mail: NewMail = {
    id: ID,
    to: { userId: null, email: "zoë@oakfold.example", name: "Zoë O’Brien" },
    template: "password-reset",
    data: { path: `/reset?key=${SECRET}`, expiresAt: "2026-11-24T11:00:00.000Z" },
    at: app.clock.now(),
    ...over,
  };
  return mail;
}

const queue = (app: TestApp, mail: NewMail) => app.db.transact((tx) => queueMail(tx, mail));
const mailOf = (app: TestApp, id = ID) => findMail(app.db.read, id);

async function aDigest(app: TestApp, userId: string) {
  await queue(app, {
    id: ID,
    to: { userId, email: "jo@oakfold.example", name: "Jo Lane" },
    template: "digest",
    data: {
      places: [{ name: "Oakfold", lines: [{ text: "Sign the Toolkit", path: "/schools/1" }] }],
      stopPath: `/mails/stop?key=${SECRET}`,
    },
    at: app.clock.now(),
  });
}

describe("a mail", () => {
  it("leaves once, with text and HTML, under a Message-ID made from its job", async () => {
    const { app, server } = await anAppWithMail();
    const email = "jo@oakfold.example";
    await queue(app, aReset(app, { to: { userId: null, email, name: "Zoë O’Brien" } }));
    await doOutbox(app);
    await doOutbox(app);
    expect(server.taken).toHaveLength(1);
    const [mail] = server.taken;
    expect(mail).toMatchObject({
      messageId: `<${ID}@review.test>`,
      envelopeTo: [email],
      from: "Inclusion Review <no-reply@review.test>",
      to: "Zoë O’Brien <jo@oakfold.example>",
      subject: "Choose a new password for Inclusion Review",
      stop: "",
    });
    expect(mail?.text).toContain(`http://127.0.0.1:3000/reset?key=${SECRET}`);
    expect(mail?.html).toContain(`href="http://127.0.0.1:3000/reset?key=${SECRET}"`);
    expect(mail?.source).toMatch(/^Auto-Submitted: auto-generated/m);
  });

  it("is forgotten once sent: neither its link nor its words stay", async () => {
    const { app } = await anAppWithMail();
    await queue(app, aReset(app, { to: { userId: null, email: "jo@x.example", name: "Jo" } }));
    expect((await mailOf(app))?.data).toContain(SECRET);
    await doOutbox(app);
    expect(await mailOf(app)).toMatchObject({
      state: "sent",
      data: null,
      settledAt: app.clock.now(),
    });
  });

  it("is not there when its transaction is rolled back", async () => {
    const { app, server } = await anAppWithMail();
    const undone = app.db.transact(async (tx) => {
      await queueMail(tx, aReset(app));
      throw new Error("changed my mind");
    });
    await expect(undone).rejects.toThrow("changed my mind");
    await doOutbox(app);
    expect(server.taken).toEqual([]);
    expect(await mailOf(app)).toBeUndefined();
  });

  it.each(["a@b.example, c@d.example", "no address", "a@b.example\nBcc: c@d.example", "<a@b.c>"])(
    "is refused for %j, which is not one address",
    async (email) => {
      const { app } = await anAppWithMail();
      const mail = aReset(app, { to: { userId: null, email, name: "Jo" } });
      await expect(queue(app, mail)).rejects.toThrow("not one e-mail address");
    },
  );

  it("is not sent before its time", async () => {
    const { app, server } = await anAppWithMail();
    const to = { userId: null, email: "jo@x.example", name: "Jo" };
    await queue(app, aReset(app, { to, notBefore: new Date("2026-11-24T12:00:00.000Z") }));
    await doOutbox(app);
    expect(server.taken).toHaveLength(0);
    app.clock.set("2026-11-24T12:00:00.000Z");
    await doOutbox(app);
    expect(server.taken).toHaveLength(1);
  });

  it("does not go to someone who has left", async () => {
    const { app, server } = await anAppWithMail();
    const user = await aUser(app, { disabledAt: app.clock.now() });
    await queue(app, aReset(app, { to: { userId: user.id, email: user.email, name: user.name } }));
    await doOutbox(app);
    expect(server.taken).toEqual([]);
    expect(await mailOf(app)).toMatchObject({ state: "dropped", data: null });
  });
});

describe("a mail server that says no", () => {
  const to = { userId: null, email: "jo@oakfold.example", name: "Jo Lane" };

  it("refusing the address is noted with its code, and not tried again", async () => {
    const { app, server } = await anAppWithMail();
    server.answer(550);
    await queue(app, aReset(app, { to }));
    await doOutbox(app);
    expect(await mailOf(app)).toMatchObject({ state: "bounced", bounceCode: "550", data: null });
    expect(await countWaiting(app.db.read)).toEqual({ waiting: 0, parked: 0 });
  });

  it("for now is asked again, and takes the same mail later", async () => {
    const { app, server } = await anAppWithMail();
    server.answer(450);
    await queue(app, aReset(app, { to }));
    await doOutbox(app);
    expect(await mailOf(app)).toMatchObject({ state: "queued" });
    server.answer(null);
    app.clock.advance({ minutes: 1 });
    await doOutbox(app);
    expect(server.taken.map(({ messageId }) => messageId)).toEqual([`<${ID}@review.test>`]);
  });

  it("for ever parks the mail, and no log line or problem names the address", async () => {
    const { app, server } = await anAppWithMail();
    server.answer(451);
    await queue(app, aReset(app, { to }));
    for (let tries = 0; tries < 7; tries += 1) {
      await doOutbox(app);
      app.clock.advance({ hours: 1 });
    }
    const [parked] = await listParkedJobs(app.db.read);
    expect(parked?.problem).toBe(
      "MailServerError: the mail server answered 451 at RCPT TO (EENVELOPE)",
    );
    const told = app.logged.join("");
    expect(told).toContain("job failed");
    expect(told).not.toContain("oakfold.example");
    expect(told).not.toContain("Jo Lane");
    expect(told).not.toContain(SECRET);
  });

  it("is not needed for the job to be safe: without one the mail waits", async () => {
    const app = await aTestApp();
    await queue(app, aReset(app, { to }));
    await doOutbox(app);
    expect(await mailOf(app)).toMatchObject({ state: "queued" });
    expect(await countWaiting(app.db.read)).toEqual({ waiting: 1, parked: 0 });
  });
});

describe("a digest", () => {
  const EVENING = "2026-12-18T18:00:00.000Z";

  async function aReader(app: TestApp) {
    const kent = await anOrganisation(app);
    const school = await aSchool(app, { coveredBy: [kent.id] });
    const user = await aUser(app);
    await aGrant(app, { userId: user.id, role: "head", schoolId: school.id });
    const term = { organisationId: kent.id, year: "2026-27", version: 1 };
    await app.db.transact(async (tx) => {
      await insertTerms(tx, [
        { id: app.newId(), ...term, term: 2, from: "2026-11-02", to: "2026-12-18" },
        { id: app.newId(), ...term, term: 3, from: "2027-01-05", to: "2027-02-12" },
      ]);
      await insertBankHolidays(tx, ["2026-12-25"]);
    });
    return user;
  }

  it("waits for the first school morning, and waiting does not use up its tries", async () => {
    const { app, server } = await anAppWithMail(EVENING);
    const { id } = await aReader(app);
    await aDigest(app, id);
    for (const day of ["2026-12-18T18:00", "2026-12-21T10:00", "2027-01-04T10:00"]) {
      app.clock.set(`${day}:00.000Z`);
      await doOutbox(app);
    }
    expect(server.taken).toHaveLength(0);
    expect(await countWaiting(app.db.read)).toEqual({ waiting: 1, parked: 0 });
    app.clock.set("2027-01-05T08:00:00.000Z");
    await doOutbox(app);
    expect(server.taken).toHaveLength(1);
    expect(server.taken[0]?.stop).toBe(`<http://127.0.0.1:3000/mails/stop?key=${SECRET}>`);
  });

  it("while a password mail for the same person leaves in the holidays, at night", async () => {
    const { app, server } = await anAppWithMail("2026-12-25T02:00:00.000Z");
    const user = await aReader(app);
    await queue(app, aReset(app, { to: { userId: user.id, email: user.email, name: user.name } }));
    await doOutbox(app);
    expect(server.taken).toHaveLength(1);
  });

  it("is dropped for someone who stopped the weekly mail while it waited", async () => {
    const { app, server } = await anAppWithMail();
    const user = await aReader(app);
    await aDigest(app, user.id);
    await app.db.transact((tx) => setWantsDigest(tx, { userId: user.id, digest: false }));
    await doOutbox(app);
    expect(server.taken).toHaveLength(0);
    expect(await mailOf(app)).toMatchObject({ state: "dropped" });
  });
});
