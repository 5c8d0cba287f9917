import { describe, expect, it } from "vitest";
import { getActor } from "~/auth/session.server";
import { loader as front } from "~/routes/_index";
import { loader as account } from "~/routes/account._index";
import { loader as emailPage } from "~/routes/account.email._index";
import { loader as confirmPage } from "~/routes/account.email.confirm";
import { loader as namePage } from "~/routes/account.name";
import { loader as notificationsPage } from "~/routes/account.notifications";
import { action as changePassword, loader as passwordPage } from "~/routes/account.password";
import { aContext, anAccount, aPost, aRequest, aSession, PASSWORD } from "~tests/support/accounts";
import { aGrant } from "~tests/support/factories/people";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { aTestApp } from "~tests/support/test-app";
import { askRoute } from "./ask-route";

async function signedIn() {
  const app = await aTestApp();
  const person = await anAccount(app);
  const cookie = await aSession(app, person.userId);
  const change = (fields: Record<string, string>) =>
    askRoute(changePassword, app, aPost("/account/password", fields, cookie));
  return { app, person, cookie, change };
}

describe("the front page", () => {
  it("is for everyone, and lists no accounts outside the demonstration", async () => {
    const answer = await askRoute(front, await aTestApp(), aRequest("/"));
    expect(answer.data).toEqual({ places: null, email: "", demonstration: null });
  });

  it("goes straight to a person's only place", async () => {
    const { app, person, cookie } = await signedIn();
    const school = await aSchool(app);
    await aGrant(app, { userId: person.userId, role: "head", schoolId: school.id });
    const answer = await askRoute(front, app, aRequest("/", cookie));
    expect(answer.headers.get("Location")).toBe(`/schools/${school.urn}`);
  });

  it("lets a person with several places choose", async () => {
    const { app, person, cookie } = await signedIn();
    const { userId } = person;
    await aGrant(app, { userId, role: "head", schoolId: (await aSchool(app)).id });
    await aGrant(app, { userId, role: "officer", organisationId: (await anOrganisation(app)).id });
    const { data } = await askRoute(front, app, aRequest("/", cookie));
    expect(data).toMatchObject({
      places: [
        { path: expect.stringMatching(/^\/schools\//) as string },
        { path: expect.stringMatching(/^\/organisations\//) as string },
      ],
    });
  });

  it("says so to a person without any", async () => {
    const { app, person, cookie } = await signedIn();
    const answer = await askRoute(front, app, aRequest("/", cookie));
    expect(answer.data).toEqual({ places: [], email: person.email, demonstration: null });
  });
});

describe("the account pages", () => {
  it.each([
    ["/account", account],
    ["/account/password", passwordPage],
    ["/account/name", namePage],
    ["/account/email", emailPage],
    ["/account/email/confirm?token=x", confirmPage],
    ["/account/notifications", notificationsPage],
  ])("%s asks to sign in first", async (path, loader) => {
    const answer = await askRoute(loader, await aTestApp(), aRequest(path));
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  });

  it("change the password, and say that other sessions ended", async () => {
    const { app, person, cookie, change } = await signedIn();
    const other = await aSession(app, person.userId);
    const answer = await change({ current: PASSWORD, new: "violet tractor lamp" });
    expect(answer.headers.get("Location")).toBe("/account?changed=1");
    expect(await getActor(aRequest("/", other), aContext(app))).toBeNull();
    const page = await askRoute(account, app, aRequest("/account?changed=1", cookie));
    expect(page.data).toMatchObject({
      told: expect.stringMatching(/password is changed/) as string,
    });
  });

  const table: [Record<string, string>, field: string, words: RegExp][] = [
    [{ current: "", new: "" }, "current", /Enter your current password/],
    [{ current: PASSWORD }, "new", /Enter a new password/],
    [{ current: "other", new: "violet tractor lamp" }, "current", /not your current password/],
    [{ current: PASSWORD, new: "short" }, "new", /10 characters or more/],
    [{ current: PASSWORD, new: "x".repeat(1001) }, "new", /1,000 characters or fewer/],
    [{ current: "x".repeat(1001), new: "violet tractor lamp" }, "current", /1,000 characters/],
    [{ current: PASSWORD, new: "qwertyuiop" }, "new", /harder to guess/],
  ];

  it.each(table)(
    "answer %j with 422 at the field, and give no password back",
    async (fields, field, words) => {
      const { change } = await signedIn();
      const answer = await change(fields);
      expect(answer.status).toBe(422);
      const found: unknown = expect.stringMatching(words);
      expect(answer.data).toHaveProperty(["problems", field], found);
      expect(JSON.stringify(answer.data)).not.toMatch(/kettle|tractor|qwerty|xxxx/);
    },
  );

  it("ask to wait after five wrong passwords", async () => {
    const { change } = await signedIn();
    const wrong = { current: "other", new: "violet tractor lamp" };
    for (let n = 0; n < 5; n += 1) expect((await change(wrong)).status).toBe(422);
    const answer = await change({ ...wrong, current: PASSWORD });
    expect(answer.status).toBe(429);
    expect(answer.headers.get("Retry-After")).toBe("600");
  });
});
