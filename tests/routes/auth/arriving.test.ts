import { describe, expect, it } from "vitest";
import { getActor } from "~/auth/session.server";
import type { OidcProvider } from "~/platform/oidc-providers.server";
import { loader as page } from "~/routes/account.single-sign-on";
import { action as invite } from "~/routes/schools.$urn.team.invite";
import { grants, identities, users } from "~db/schema";
import { lastSecret } from "~tests/integration/services/people/mails-sent";
import { aContext, anAccount, aPost, aRequest, aSession } from "~tests/support/accounts";
import { aGrant, anActor } from "~tests/support/factories/people";
import { aSchool } from "~tests/support/factories/places";
import type { TestApp } from "~tests/support/test-app";
import { askRoute } from "./ask-route";
import { aConnection, aLocalProvider, cookiesOf, placeOf, signInBy } from "./single-sign-on-flow";

const DFE = {
  clientId: "review",
  secret: "the-secret-of-the-api",
  roles: { "org-marsh dfe-marsh": ["Headteacher", "End user"] },
};
const local = aLocalProvider(DFE);
const actorOf = (app: TestApp, cookie: string) => getActor(aRequest("/", cookie), aContext(app));
const problem = (why: string) => ({ data: expect.objectContaining({ problem: why }) as unknown });

describe("an invitation, accepted with an account elsewhere", () => {
  async function invited({ email = "ada@oakfold.example", role = "governor" } = {}) {
    const app = await local.app();
    const school = await aSchool(app);
    const head = await anActor(app, { grants: [{ role: "head", schoolId: school.id }] });
    const form = { name: "Ada Mensah", email, role, from: "", to: "" };
    const more = { signingTitle: "", questionnaireKey: "" };
    const cookie = await aSession(app, head.userId);
    const request = aPost(`/schools/${school.urn}/team/invite`, { ...form, ...more }, cookie);
    await askRoute(invite, app, { request, params: { urn: school.urn } });
    return { app, school, invitation: await lastSecret(app) };
  }
  const countOf = async (app: TestApp) => (await app.db.read.select().from(users)).length;

  it("opens an account without a password, tied to that account, with the role offered", async () => {
    const { app, school, invitation } = await invited();
    const { answer } = await signInBy(app, { account: "omar", fields: { invitation } });
    expect(placeOf(answer)).toBe(`/schools/${school.urn}`);
    const actor = await actorOf(app, cookiesOf(answer));
    expect(actor).toMatchObject({ name: "Ada Mensah", email: "ada@oakfold.example" });
    expect(actor?.grants.map(({ role }) => role)).toEqual(["governor"]);
    const all = await app.db.read.select().from(users);
    const made = all.find(({ id }) => id === actor?.userId);
    expect(made?.passwordHash).toBeNull();
    expect(await app.db.read.select().from(identities)).toMatchObject([
      { userId: actor?.userId, subject: "omar" },
    ]);
  });

  it("counts once, and only with the secret of its link", async () => {
    const { app, invitation } = await invited();
    const before = await countOf(app);
    for (const wrong of ["0".repeat(invitation.length), "x"]) {
      const { answer } = await signInBy(app, { account: "omar", fields: { invitation: wrong } });
      expect(answer).toMatchObject({ status: 410, ...problem("invitation-gone") });
    }
    const { answer: without } = await signInBy(app, { account: "omar" });
    expect(placeOf(without)).toBe("/sign-in/not-connected");
    expect(await countOf(app)).toBe(before);
    await signInBy(app, { account: "omar", fields: { invitation } });
    const { answer: again } = await signInBy(app, { account: "priya", fields: { invitation } });
    expect(again).toMatchObject(problem("invitation-gone"));
    expect(await countOf(app)).toBe(before + 1);
  });

  it("opens no account that is there already: its person signs in and connects", async () => {
    const { app, invitation } = await invited({ email: "Priya.Shah@marsh-lane.example" });
    await anAccount(app);
    const before = await app.db.read.select().from(grants);
    const { answer } = await signInBy(app, { account: "same-address", fields: { invitation } });
    expect(placeOf(answer)).toBe("/sign-in/not-connected");
    expect(await app.db.read.select().from(identities)).toEqual([]);
    expect(await app.db.read.select().from(grants)).toEqual(before);
  });

  it("brings whose account is connected back to its page, where they accept by the button", async () => {
    const { app, invitation } = await invited({ email: "Priya.Shah@marsh-lane.example" });
    const { userId } = await anAccount(app);
    await aConnection(app, { userId, issuer: local.issuer(), subject: "priya" });
    const { answer } = await signInBy(app, { account: "priya", fields: { invitation } });
    expect(placeOf(answer)).toBe(`/invitation/${invitation}`);
    expect(await actorOf(app, cookiesOf(answer))).toMatchObject({ userId, grants: [] });
  });
});

describe("DfE Sign-in, which says where somebody works", () => {
  const dfe = () =>
    ({
      key: "dfe-sign-in",
      name: "DfE Sign-in",
      scopes: "openid profile email organisation",
      dfe: {
        api: { url: `${local.issuer()}/dfe-api`, secret: DFE.secret, serviceId: "review" },
      },
    }) as const;

  async function della(settings: Partial<OidcProvider> = {}) {
    const app = await local.app({ ...dfe(), ...settings });
    const { userId } = await anAccount(app, { name: "Della Finch" });
    const issuer = local.issuer();
    const provider = "dfe-sign-in" as const;
    await aConnection(app, { userId, issuer, subject: "dfe-marsh", provider });
    const arrive = async (fields: Record<string, string> = {}) => {
      const { answer } = await signInBy(app, { account: "dfe-marsh", provider, fields });
      return { place: placeOf(answer), cookie: cookiesOf(answer) };
    };
    const look = async (cookie: string) => {
      const { data } = await askRoute(page, app, aRequest("/account/single-sign-on", cookie));
      return data as { connected: { workplace: unknown }[] };
    };
    return { app, userId, arrive, look };
  }

  it("gives no role: who has none there is told so, with what it says", async () => {
    const { app, arrive, look } = await della();
    await aSchool(app, { urn: "900001", name: "Marsh Lane Primary School" });
    const { place, cookie } = await arrive();
    expect(place).toBe("/account/single-sign-on?arrived=1");
    expect((await look(cookie)).connected[0]?.workplace).toEqual({
      name: "Marsh Lane Primary School",
      roles: ["Headteacher", "End user"],
      hasRoleHere: false,
    });
    expect(await app.db.read.select().from(grants)).toEqual([]);
  });

  it("opens the school it names to whoever has a role there", async () => {
    const { app, userId, arrive } = await della();
    const school = await aSchool(app, { urn: "900001" });
    await aGrant(app, { userId, role: "coordinator", schoolId: school.id });
    expect((await arrive()).place).toBe("/schools/900001");
    expect((await arrive({ next: "/help" })).place).toBe("/help");
  });

  it("keeps nobody out who works elsewhere: told once, they go on with their own roles", async () => {
    const { app, userId, arrive, look } = await della();
    const other = await aSchool(app, { urn: "900777" });
    await aGrant(app, { userId, role: "coordinator", schoolId: other.id });
    const first = await arrive();
    expect(first.place).toBe("/account/single-sign-on?arrived=1");
    expect(await actorOf(app, first.cookie)).toMatchObject({ userId });
    expect((await look(first.cookie)).connected[0]?.workplace).toMatchObject({
      hasRoleHere: false,
    });
    expect((await arrive()).place).toBe("/");
  });

  it("keeps nobody waiting where its API is away or refuses our token", async () => {
    const api = { url: `${local.issuer()}/dfe-api`, secret: "another", serviceId: "review" };
    const { arrive, look } = await della({ dfe: { api } });
    const { place, cookie } = await arrive();
    expect(place).toBe("/account/single-sign-on?arrived=1");
    expect((await look(cookie)).connected[0]?.workplace).toMatchObject({ roles: [] });
  });
});
