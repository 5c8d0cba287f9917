import { describe, expect, it, onTestFinished } from "vitest";
import { queueMail } from "~/services/mail/queue-mail.server";
import { viewCaughtMail, viewCaughtMails } from "~/services/mail/view-caught-mails.server";
import { findMail } from "~db/queries/mails";
import { doOutbox } from "~tests/support/do-outbox";
import { aTestApp, type TestApp } from "~tests/support/test-app";
import { startMail } from "../../../../server/mail";

async function aDemonstration(development: boolean): Promise<TestApp> {
  const app = await aTestApp({ config: { demo: true } });
  const { mailer, stop } = await startMail(app, { development });
  onTestFinished(stop);
  if (mailer !== undefined) app.mailer = mailer;
  return app;
}

async function invite(app: TestApp, email: string): Promise<string> {
  const id = app.newId();
  await app.db.transact((tx) =>
    queueMail(tx, {
      id,
      to: { userId: null, email, name: "Zoë Lane" },
      template: "invitation",
      data: {
        inviterName: "Joan O’Brien",
        placeName: "Marsh Lane <Primary>",
        roleName: "colleague",
        path: "/join?key=secret-of-the-link",
        expiresAt: "2026-12-01T10:00:00.000Z",
      },
      at: app.clock.now(),
    }),
  );
  await doOutbox(app);
  return id;
}

describe.each([
  ["npm start", false],
  ["npm run dev, over SMTP", true],
])("the catcher of %s", (_command, development) => {
  it("keeps what would have left, to be read as text and HTML", async () => {
    const app = await aDemonstration(development);
    const id = await invite(app, "zoe@oakfold.example");
    expect(await findMail(app.db.read, id)).toMatchObject({ state: "sent" });
    const [row] = await viewCaughtMails(app);
    expect(row).toMatchObject({
      to: "Zoë Lane <zoe@oakfold.example>",
      subject: "Joan O’Brien invites you to Marsh Lane <Primary>",
      at: app.clock.now(),
    });
    const mail = await viewCaughtMail(app, row?.id ?? "");
    expect(mail.messageId).toBe(`<${id}@review.test>`);
    expect(mail.text).toContain("http://127.0.0.1:3000/join?key=secret-of-the-link\n");
    expect(mail.text).toContain("Joan O’Brien asks you to join Marsh Lane <Primary> as colleague.");
    expect(mail.html).toContain("Marsh Lane &lt;Primary&gt;");
    expect(mail.html.trimEnd()).toMatch(/^<!doctype html>[\s\S]*<\/html>$/);
  });

  it("lets a mail come back from an address that begins with bounce", async () => {
    const app = await aDemonstration(development);
    const id = await invite(app, "bounce.jo@oakfold.example");
    expect(await findMail(app.db.read, id)).toMatchObject({ state: "bounced", bounceCode: "550" });
    expect(await viewCaughtMails(app)).toEqual([]);
  });
});

describe("where mail really leaves", () => {
  it.each([
    ["production", { production: true, demo: false }],
    ["production that says it is a demonstration", { production: true, demo: true }],
    ["no demonstration", { demo: false }],
    ["a mail server", { demo: true, smtpUrl: "smtp://127.0.0.1:1" }],
  ])("with %s nothing is kept, and there is nothing to read", async (_where, config) => {
    const app = await aTestApp({ config });
    await expect(viewCaughtMails(app)).rejects.toThrow("not-found");
    await expect(viewCaughtMail(app, "any")).rejects.toThrow("not-found");
  });

  it("a mail stays queued where nothing is set that could take it", async () => {
    const app = await aTestApp();
    const { mailer } = await startMail(app, { development: false });
    expect(mailer).toBeUndefined();
  });
});
