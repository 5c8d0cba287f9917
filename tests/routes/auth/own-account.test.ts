import { describe, expect, it } from "vitest";
import { keepFreshProof } from "~/auth/fresh-proof.server";
import { getActor, getSession } from "~/auth/session.server";
import { loader as account } from "~/routes/account._index";
import { action as changeEmail, loader as emailPage } from "~/routes/account.email._index";
import { action as confirm, loader as confirmPage } from "~/routes/account.email.confirm";
import { action as stop, loader as stopPage } from "~/routes/account.email.stop";
import { action as rename } from "~/routes/account.name";
import { action as notify, loader as notifications } from "~/routes/account.notifications";
import { mails } from "~db/schema";
import { aContext, anAccount, aPost, aRequest, aSession, PASSWORD } from "~tests/support/accounts";
import { aGrant } from "~tests/support/factories/people";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { aTestApp, type TestApp } from "~tests/support/test-app";
import { askRoute } from "./ask-route";

type Handler = Parameters<typeof askRoute>[0];

const NEW = "priya@hill-top.example";

async function signedIn() {
  const app = await aTestApp();
  const person = await anAccount(app);
  const cookie = await aSession(app, person.userId);
  const post = (action: Handler, path: string, fields: Record<string, string>) =>
    askRoute(action, app, aPost(path, fields, cookie));
  const page = async (path = "/account") => {
    const { data } = await askRoute(account, app, aRequest(path, cookie));
    return data as { view: { name: string; email: string; roles: unknown[] }; told: string | null };
  };
  return { app, person, cookie, post, page };
}

/** The path of the newest mail of a template. */
async function linkOf(app: TestApp, template: string): Promise<string> {
  const rows = await app.db.read.select().from(mails).orderBy(mails.id);
  const data = rows.filter((row) => row.template === template).at(-1)?.data ?? "{}";
  return (JSON.parse(data) as { path: string }).path;
}
const tokenOf = (path: string) => new URLSearchParams(path.split("?")[1]).get("token") ?? "";

describe("the account", () => {
  it("says of each role where, since when, and whom to ask", async () => {
    const { app, person, page } = await signedIn();
    const { userId } = person;
    const organisation = await anOrganisation(app, {
      contactName: "Hannah Osei",
      contactEmail: "hannah@wealdshire.example",
    });
    const school = await aSchool(app, { coveredBy: [organisation.id] });
    const head = await anAccount(app, { email: "helen@marsh-lane.example", name: "Helen Marsh" });
    await aGrant(app, { userId: head.userId, role: "head", schoolId: school.id });
    await aGrant(app, { userId, role: "coordinator", schoolId: school.id, from: "2026-09-01" });
    const organisationId = organisation.id;
    await aGrant(app, { userId, role: "officer", organisationId, from: "2027-01-01" });
    const { roles } = (await page()).view;
    expect(roles).toMatchObject([
      {
        words: "coordinator",
        place: { name: school.name, path: `/schools/${school.urn}` },
        from: "2026-09-01",
        coming: false,
        ask: [{ name: "Helen Marsh", email: null }],
      },
      { words: "officer", coming: true, ask: [{ email: "hannah@wealdshire.example" }] },
    ]);
  });

  it("leads a reviewer to the visits, since the council's own pages are not theirs", async () => {
    const { app, person, page } = await signedIn();
    const { id: organisationId, name } = await anOrganisation(app);
    await aGrant(app, { userId: person.userId, role: "reviewer", organisationId });
    expect((await page()).view.roles).toMatchObject([{ place: { name, path: "/visits" } }]);
  });

  it("sends a head to the council", async () => {
    const { app, person, page } = await signedIn();
    const council = await anOrganisation(app, { contactName: "Hannah Osei" });
    const health = await anOrganisation(app, { kind: "health", contactName: "Ali Reza" });
    const school = await aSchool(app, { coveredBy: [health.id, council.id] });
    await aGrant(app, { userId: person.userId, role: "head", schoolId: school.id });
    expect((await page()).view.roles).toMatchObject([{ ask: [{ name: "Hannah Osei" }] }]);
  });
});

describe("changing one's name", () => {
  it("leads back and says that what is signed keeps the old one", async () => {
    const { post, page } = await signedIn();
    const answer = await post(rename, "/account/name", { name: "Priya Osei" });
    expect(answer.headers.get("Location")).toBe("/account?named=1");
    const { view, told } = await page("/account?named=1");
    expect(view.name).toBe("Priya Osei");
    expect(told).toMatch(/already signed keeps the name/);
  });

  it("gives back what was typed where it is no name", async () => {
    const { post } = await signedIn();
    const answer = await post(rename, "/account/name", { name: "Priya 2" });
    expect(answer).toMatchObject({ status: 422, data: { typed: "Priya 2" } });
    expect((await post(rename, "/account/name", {})).status).toBe(422);
  });
});

describe("changing one's address", () => {
  const asked = { intent: "ask", email: NEW, password: PASSWORD };

  it("goes by a link to the new address and a press of its button", async () => {
    const { app, cookie, post, page } = await signedIn();
    const answer = await post(changeEmail, "/account/email", asked);
    expect(answer.headers.get("Location")).toBe("/account/email?asked=1");
    const link = await linkOf(app, "email-change");
    for (let n = 0; n < 3; n += 1) {
      const opened = await askRoute(confirmPage, app, aRequest(link, cookie));
      expect(opened).toMatchObject({ status: 200, data: { change: { newEmail: NEW } } });
    }
    expect((await page()).view.email).not.toBe(NEW);
    const pressed = await post(confirm, link, { token: tokenOf(link) });
    expect(pressed.headers.get("Location")).toBe("/account?address=1");
    expect((await page("/account?address=1")).view.email).toBe(NEW);
    expect((await post(confirm, link, { token: tokenOf(link) })).status).toBe(410);
  });

  it("is stopped by the old address without signing in, which signs everybody out", async () => {
    const { app, cookie, post } = await signedIn();
    await post(changeEmail, "/account/email", asked);
    const link = await linkOf(app, "email-change-asked");
    const opened = await askRoute(stopPage, app, aRequest(link));
    expect(opened).toMatchObject({ status: 200, data: { change: { does: "stop" } } });
    expect(await getActor(aRequest("/", cookie), aContext(app))).not.toBeNull();
    const pressed = await askRoute(stop, app, aPost(link, { token: tokenOf(link) }));
    expect(pressed).toMatchObject({ status: 200, data: { did: "stop" } });
    expect(await getActor(aRequest("/", cookie), aContext(app))).toBeNull();
    expect((await askRoute(stop, app, aPost(link, { token: tokenOf(link) }))).status).toBe(410);
    expect((await askRoute(stopPage, app, aRequest(link))).status).toBe(410);
  });

  it("answers an address in use word for word as a free one (enumeration)", async () => {
    const { app, cookie, post } = await signedIn();
    await anAccount(app, { email: "taken@hill-top.example" });
    const look = async (email: string) => {
      const answer = await post(changeEmail, "/account/email", { ...asked, email });
      const { data } = await askRoute(emailPage, app, aRequest("/account/email?asked=1", cookie));
      const shown = JSON.stringify(data).replaceAll(email, "…");
      return [answer.status, answer.headers.get("Location"), shown];
    };
    expect(await look("taken@hill-top.example")).toEqual(await look("free@hill-top.example"));
  });

  it("says so where the new address is somebody else's by the time it is confirmed", async () => {
    const { app, post } = await signedIn();
    await post(changeEmail, "/account/email", asked);
    const link = await linkOf(app, "email-change");
    await anAccount(app, { email: NEW });
    const pressed = await post(confirm, link, { token: tokenOf(link) });
    expect(pressed).toMatchObject({ status: 409, data: { problem: "taken" } });
  });

  it("comes back from the provider with the address typed", async () => {
    const { app, person, cookie, post } = await signedIn();
    const led = await post(changeEmail, "/account/email", { email: NEW, way: "provider" });
    const back = new URLSearchParams(led.headers.get("Location")?.split("?")[1]).get("for") ?? "";
    expect(back).toMatch(/^\/account\/email\?/);
    const look = async () => (await askRoute(emailPage, app, aRequest(back, cookie))).data;
    expect(await look()).toMatchObject({ typed: "" });
    const session = await getSession(aRequest("/", cookie), aContext(app));
    const proof = { id: app.newId(), sessionId: session?.id ?? "", userId: person.userId };
    await app.db.transact((tx) => keepFreshProof(tx, app, { ...proof, purpose: back }));
    expect(await look()).toMatchObject({ typed: NEW });
  });

  it("is stopped from the account too", async () => {
    const { app, cookie, post } = await signedIn();
    await post(changeEmail, "/account/email", asked);
    const answer = await post(changeEmail, "/account/email", { intent: "cancel" });
    expect(answer.headers.get("Location")).toBe("/account/email?stopped=1");
    const { data } = await askRoute(emailPage, app, aRequest("/account/email", cookie));
    expect(data).toMatchObject({ view: { waiting: null } });
  });

  it.each<[Record<string, string>, field: string, words: RegExp]>([
    [{ ...asked, email: "priya" }, "email", /Enter an e-mail address/],
    [{ ...asked, email: "Priya.Shah@marsh-lane.example" }, "email", /yours already/],
    [{ ...asked, password: "" }, "password", /Enter your password/],
    [{ ...asked, password: "wrong" }, "password", /does not match/],
    [{}, "email", /Enter an e-mail address/],
  ])(
    "answers %j with 422 at the field, and keeps the address typed",
    async (form, field, words) => {
      const { post } = await signedIn();
      const answer = await post(changeEmail, "/account/email", form);
      expect(answer.status).toBe(422);
      expect(answer.data).toHaveProperty(
        ["errors", field],
        expect.stringMatching(words) as unknown,
      );
      expect(answer.data).toHaveProperty("typed", form["email"] ?? "");
      expect(JSON.stringify(answer.data)).not.toContain(PASSWORD);
    },
  );
});

describe("notifications", () => {
  const path = "/account/notifications";

  it("keep what was chosen", async () => {
    const { app, cookie, post } = await signedIn();
    const chosen = { digest: "no", digestDay: "4", reminders: "no" };
    expect((await post(notify, path, chosen)).headers.get("Location")).toBe("/account?mail=1");
    const { data } = await askRoute(notifications, app, aRequest(path, cookie));
    expect(data).toEqual({ kept: chosen });
  });

  it.each<[Record<string, string>, field: string]>([
    [{ digestDay: "1", reminders: "yes" }, "digest"],
    [{ digest: "yes", digestDay: "6", reminders: "yes" }, "digestDay"],
    [{ digest: "yes", digestDay: "", reminders: "yes" }, "digestDay"],
    [{ digest: "yes", digestDay: "2" }, "reminders"],
  ])("answer %j with 422, and change nothing", async (form, field) => {
    const { app, cookie, post } = await signedIn();
    const answer = await post(notify, path, form);
    expect(answer).toMatchObject({ status: 422, data: { problems: [{ field }] } });
    const { data } = await askRoute(notifications, app, aRequest(path, cookie));
    expect(data).toEqual({ kept: { digest: "yes", digestDay: "1", reminders: "yes" } });
  });
});
