import { describe, expect, it } from "vitest";
import { dealWithBounce, retryWork, viewParkedWork } from "~/services/returns/parked-work.server";
import { queueMail } from "~/services/mail/queue-mail.server";
import { countWaiting } from "~db/queries/outbox";
import { aMailServer } from "~tests/support/a-mail-server";
import { doOutbox } from "~tests/support/do-outbox";
import { anActor } from "~tests/support/factories/people";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { aTestApp, type TestApp } from "~tests/support/test-app";

const ids = (views: { id: string }[]) => views.map(({ id }) => id);

/** Two authorities with a manager each, a school of the first, and a mail server that refuses with `code`. */
async function twoAuthorities(code: number) {
  const app = await aTestApp();
  const server = await aMailServer();
  server.answer(code);
  app.mailer = server.mailer;
  const [kent, other] = [await anOrganisation(app), await anOrganisation(app)];
  const school = await aSchool(app, { coveredBy: [kent.id], telephone: "01632 960127" });
  const managerOf = (organisationId: string) =>
    anActor(app, { grants: [{ role: "manager", organisationId }] });
  const manager = await managerOf(kent.id);
  const stranger = await managerOf(other.id);
  return { app, server, kent, other, school, manager, stranger };
}

type About = { schoolId?: string; organisationId?: string };

async function invite(app: TestApp, about: About, userId: string | null = null): Promise<string> {
  const id = app.newId();
  await app.db.transact((tx) =>
    queueMail(tx, {
      id,
      to: { userId, email: "jo@oakfold.example", name: "Jo Lane" },
      template: "password-changed",
      data: { happenedAt: "2026-11-24T10:00:00.000Z", path: "/account" },
      at: app.clock.now(),
      about,
    }),
  );
  return id;
}

describe("a mail that came back", () => {
  it("is shown to the school's manager with the office to ring, and to nobody else", async () => {
    const { app, kent, other, school, manager, stranger } = await twoAuthorities(550);
    const id = await invite(app, { schoolId: school.id });
    await doOutbox(app);
    const { mails } = await viewParkedWork(app, manager, kent.key);
    expect(mails).toEqual({
      parked: [],
      bounced: [
        {
          id,
          template: "password-changed",
          name: "Jo Lane",
          email: "jo@oakfold.example",
          code: "550",
          at: app.clock.now(),
          school: {
            name: school.name,
            officeEmail: "office@oakfold.example",
            telephone: "01632 960127",
          },
        },
      ],
    });
    const elsewhere = await viewParkedWork(app, stranger, other.key);
    expect(elsewhere.mails).toEqual({ bounced: [], parked: [] });
  });

  it("about one organisation is that one's alone, though others cover the school", async () => {
    const { app, kent, other, school, manager, stranger } = await twoAuthorities(550);
    await invite(app, { schoolId: school.id, organisationId: other.id });
    await doOutbox(app);
    expect((await viewParkedWork(app, manager, kent.key)).mails.bounced).toEqual([]);
    expect((await viewParkedWork(app, stranger, other.key)).mails.bounced).toHaveLength(1);
  });

  it("about no place follows the person's roles", async () => {
    const { app, kent, other, school, manager, stranger } = await twoAuthorities(550);
    const head = await anActor(app, { grants: [{ role: "head", schoolId: school.id }] });
    await invite(app, {}, head.userId);
    await invite(app, {});
    await doOutbox(app);
    expect((await viewParkedWork(app, manager, kent.key)).mails.bounced).toHaveLength(1);
    expect((await viewParkedWork(app, stranger, other.key)).mails.bounced).toEqual([]);
  });

  it("is dealt with by its own manager, once", async () => {
    const { app, kent, other, school, manager, stranger } = await twoAuthorities(550);
    const mailId = await invite(app, { schoolId: school.id });
    await doOutbox(app);
    await expect(dealWithBounce(app, stranger, { key: other.key, mailId })).rejects.toThrow(
      "not-found",
    );
    await dealWithBounce(app, manager, { key: kent.key, mailId });
    expect((await viewParkedWork(app, manager, kent.key)).mails.bounced).toEqual([]);
    await expect(dealWithBounce(app, manager, { key: kent.key, mailId })).rejects.toThrow(
      "conflict",
    );
  });

  it("is not for officers or the school's own people", async () => {
    const { app, kent, school } = await twoAuthorities(550);
    const officer = await anActor(app, { grants: [{ role: "officer", organisationId: kent.id }] });
    await expect(viewParkedWork(app, officer, kent.key)).rejects.toThrow("forbidden");
    const head = await anActor(app, { grants: [{ role: "head", schoolId: school.id }] });
    await expect(viewParkedWork(app, head, kent.key)).rejects.toThrow("not-found");
  });
});

describe("a mail that could not leave", () => {
  it("is parked on the page, and leaves when its manager tries again", async () => {
    const { app, server, kent, other, school, manager, stranger } = await twoAuthorities(451);
    const id = await invite(app, { schoolId: school.id });
    for (let tries = 0; tries < 7; tries += 1) {
      await doOutbox(app);
      app.clock.advance({ hours: 1 });
    }
    const { mails } = await viewParkedWork(app, manager, kent.key);
    expect(ids(mails.parked)).toEqual([id]);
    expect(mails.parked[0]).toMatchObject({ tries: 6, email: "jo@oakfold.example" });
    server.answer(null);
    await expect(retryWork(app, stranger, { key: other.key, jobId: id })).rejects.toThrow(
      "not-found",
    );
    await retryWork(app, manager, { key: kent.key, jobId: id });
    await doOutbox(app);
    expect(server.taken).toHaveLength(1);
    expect(await countWaiting(app.db.read)).toEqual({ waiting: 0, parked: 0 });
  });
});
