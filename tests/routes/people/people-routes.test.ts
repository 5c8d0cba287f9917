import { describe, expect, it } from "vitest";
import { getSession } from "~/auth/session.server";
import { action as ask, loader as askPage } from "~/routes/claim.$urn";
import { action as enter } from "~/routes/claim.code.$claim";
import { action as accept, loader as open } from "~/routes/invitation.$token";
import { action as send } from "~/routes/organisations.$key.people.import";
import { action as confirm, loader as access } from "~/routes/schools.$urn.access";
import { loader as firstDay } from "~/routes/schools.$urn.first-day";
import { action as change, loader as team } from "~/routes/schools.$urn.team._index";
import { action as invite, loader as invitePage } from "~/routes/schools.$urn.team.invite";
import { action as remove, loader as removePage } from "~/routes/schools.$urn.team.remove.$user";
import { users } from "~db/schema";
import { lastSecret, mailsSent } from "~tests/integration/services/people/mails-sent";
import { aContext, aPost, aRequest, aSession, cookieOf } from "~tests/support/accounts";
import { anActor } from "~tests/support/factories/people";
import { aSchool } from "~tests/support/factories/places";
import { aSignedInSchool } from "../actions/a-signed-in-school";
import { askRoute } from "../auth/ask-route";

const form = {
  name: "Ada Mensah",
  email: "ada@oakfold.example",
  role: "governor",
  from: "",
  to: "",
  signingTitle: "",
  questionnaireKey: "",
};

async function aLink() {
  const place = await aSignedInSchool();
  await place.post(invite, { as: place.head, form });
  const secret = await lastSecret(place.app);
  return {
    ...place,
    secret,
    asked: (request: Request) => ({ request, params: { token: secret } }),
  };
}

describe("inviting through its page", () => {
  it("leads back to the team and gives everything typed back where something is wrong", async () => {
    const { post, senco } = await aSignedInSchool();
    expect(await post(invite, { as: senco, form })).toMatchObject({ status: 302 });
    expect(
      await post(invite, { as: senco, form: { ...form, email: "ada", role: "head" } }),
    ).toMatchObject({
      status: 422,
      data: {
        typed: { name: "Ada Mensah", email: "ada", role: "head" },
        problems: [{ field: "email" }, { field: "role" }],
      },
    });
  });

  it("is not found by another school's head, and no colleague's", async () => {
    const { get, post, outsider, colleague, head } = await aSignedInSchool();
    for (const page of [team, invitePage, access, firstDay]) {
      expect(await get(page, { as: outsider })).toMatchObject({ status: 404 });
    }
    expect(await get(invitePage, { as: colleague })).toMatchObject({ status: 403 });
    expect(await get(access, { as: colleague })).toMatchObject({ status: 403 });
    expect(await post(invite, { as: colleague, form })).toMatchObject({ status: 403 });
    for (const handler of [invite, change, confirm]) {
      expect(await post(handler, { as: outsider, form: {} })).toMatchObject({ status: 404 });
    }
    expect(await post(change, { as: head, form: {} })).toMatchObject({ status: 422 });
  });
});

describe("the page of a link", () => {
  it("reads only, and tells no other page its address: link pre-fetch", async () => {
    const { app, asked } = await aLink();
    const before = (await app.db.read.select().from(users)).length;
    const page = await askRoute(open, app, asked(aRequest("/invitation/x")));
    expect(page).toMatchObject({ status: 200, data: { view: { standing: "new" } } });
    expect(page.headers.get("Set-Cookie")).toBeNull();
    expect((await app.db.read.select().from(users)).length).toBe(before);
  });

  it("signs the person in with a session of its own: session fixation", async () => {
    const { app, asked, colleague, school } = await aLink();
    const planted = "session=planted";
    const fields = { name: "Ada Mensah", password: "violet tractor lamp" };
    const done = await askRoute(accept, app, asked(aPost("/invitation/x", fields, planted)));
    expect(done.headers.get("Location")).toBe(`/schools/${school.urn}`);
    const cookie = cookieOf(done.headers.get("Set-Cookie"));
    expect(cookie).not.toContain("planted");
    const session = await getSession(aRequest("/", cookie), aContext(app));
    expect(session?.userId).not.toBe(colleague.userId);
    expect(session).not.toBeNull();
  });

  it("takes the invitation for nobody else who is signed in", async () => {
    const { app, asked, colleague } = await aLink();
    const cookie = await aSession(app, colleague.userId);
    const page = await askRoute(open, app, asked(aRequest("/invitation/x", cookie)));
    expect(page).toMatchObject({ data: { view: { standing: "other-person" } } });
    const done = await askRoute(accept, app, asked(aPost("/invitation/x", {}, cookie)));
    expect(done).toMatchObject({ status: 422 });
  });

  it("answers 410 for every link that does not work, to reading and pressing: enumeration", async () => {
    const { app, asked } = await aLink();
    const fields = { name: "Ada Mensah", password: "violet tractor lamp" };
    await askRoute(accept, app, asked(aPost("/invitation/x", fields)));
    const used = await askRoute(open, app, asked(aRequest("/invitation/x")));
    const params = { token: "f".repeat(50) };
    const never = await askRoute(open, app, { request: aRequest("/invitation/x"), params });
    expect(used).toEqual(never);
    expect(never.status).toBe(410);
    const press = await askRoute(accept, app, asked(aPost("/invitation/x", fields)));
    const other = await askRoute(accept, app, { request: aPost("/invitation/x", fields), params });
    expect(press).toEqual(other);
    expect(press.status).toBe(410);
  });

  it("says how long to wait after many guesses: brute force", async () => {
    const { app } = await aLink();
    const guess = (n: number) => {
      const params = { token: n.toString(16).padStart(50, "0") };
      return askRoute(open, app, { request: aRequest("/invitation/x"), params });
    };
    for (let n = 0; n < 30; n += 1) await guess(n);
    const { status, headers } = await guess(31);
    expect(status).toBe(429);
    expect(headers.get("Retry-After")).toBe("600");
  });
});

describe("claiming through its pages", () => {
  it("answers a school that is led like one that is not: enumeration", async () => {
    const { app, school } = await aSignedInSchool();
    const free = await aSchool(app, { name: "Elmhurst School" });
    const askFor = (urn: string) =>
      askRoute(ask, app, { request: aPost("/claim", { name: "Priya Nair" }), params: { urn } });
    const [led, open] = [await askFor(school.urn), await askFor(free.urn)];
    expect([led.status, open.status]).toEqual([302, 302]);
    expect(led.headers.get("Location")).toMatch(/^\/claim\/code\/[\w-]+$/);
    expect(open.headers.get("Location")).toMatch(/^\/claim\/code\/[\w-]+$/);
    expect(await mailsSent(app)).toHaveLength(1);
  });

  it("never shows the office's address", async () => {
    const { app, school } = await aSignedInSchool();
    const params = { urn: school.urn };
    const page = await askRoute(askPage, app, { request: aRequest("/claim"), params });
    expect(JSON.stringify(page.data)).not.toContain("@");
  });

  it("gives name and address back with a wrong code, and never the code", async () => {
    const { app } = await aSignedInSchool();
    const fields = { code: "2222-2222", name: "Priya Nair", email: "priya@oakfold.example" };
    const params = { claim: "none" };
    const done = await askRoute(enter, app, { request: aPost("/claim", fields), params });
    expect(done).toMatchObject({
      status: 422,
      data: { name: "Priya Nair", problems: [{ field: "code" }], mailed: false },
    });
    expect(JSON.stringify(done.data)).not.toContain("2222");
  });
});

describe("removing through its page", () => {
  it("says what happens, then does it", async () => {
    const { get, post, head, colleague, school } = await aSignedInSchool();
    const params = { user: colleague.userId };
    expect(await get(removePage, { as: head, params })).toMatchObject({
      data: { view: { person: { name: "Tom Okafor" }, sections: 0 } },
    });
    const done = await post(remove, { as: head, params, form: {} });
    expect(done.headers.get("Location")).toBe(`/schools/${school.urn}/team?removed=1`);
    expect(await get(removePage, { as: head, params })).toMatchObject({ status: 404 });
  });

  it("keeps the last headteacher", async () => {
    const { post, head } = await aSignedInSchool();
    const params = { user: head.userId };
    expect(await post(remove, { as: head, params, form: {} })).toMatchObject({ status: 422 });
  });
});

describe("a spreadsheet of people", () => {
  it("is shown first and sent only when it is confirmed", async () => {
    const { app, owner } = await aSignedInSchool();
    const manager = await anActor(app, {
      grants: [{ role: "manager", organisationId: owner.id }],
    });
    const cookie = await aSession(app, manager.userId);
    const params = { key: owner.key };
    const csv = "name,email,role\nBo Lind,bo@council.example,officer\n";
    const body = new FormData();
    body.set("file", new File([csv], "people.csv", { type: "text/csv" }));
    const request = aRequest("/import", cookie, { method: "POST", body });
    const seen = await askRoute(send, app, { request, params });
    expect(seen).toMatchObject({ status: 200, data: { preview: { ready: 1, csv } } });
    expect(await mailsSent(app)).toEqual([]);
    const confirmed = aPost("/import", { csv, lines: "2" }, cookie);
    const done = await askRoute(send, app, { request: confirmed, params });
    expect(done.headers.get("Location")).toBe(`/organisations/${owner.key}/people?invited=1`);
    expect(await mailsSent(app)).toHaveLength(1);
  });
});
