import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { keepFreshProof } from "~/auth/fresh-proof.server";
import { getSession } from "~/auth/session.server";
import { loadConfig } from "~/platform/config.server";
import {
  action as governs,
  loader as governorPage,
} from "~/routes/schools.$urn.self-reviews.$id.governor";
import { action as sign, loader as signPage } from "~/routes/schools.$urn.self-reviews.$id.sign";
import type { Actor } from "~/domain/policy/actor";
import { insertIdentity } from "~db/queries/identities";
import { auditEntries, users } from "~db/schema";
import { aContext, aPost, aRequest, aSession } from "~tests/support/accounts";
import type { TestApp } from "~tests/support/test-app";
import { askRoute } from "../auth/ask-route";
import { signingRoutes } from "./signing-routes";

const env = { OIDC_DFE_CLIENT_ID: "review", OIDC_DFE_CLIENT_SECRET: "secret" };

/** Gives a person an account at DfE Sign-in, and no password of ours. */
async function connect(app: TestApp, { userId }: Actor): Promise<void> {
  app.config.oidc = loadConfig({ env, production: false }).oidc;
  const at = app.clock.now();
  const issuer = "https://oidc.signin.education.gov.uk";
  const said = { organisationUrn: null, organisationName: null, organisationRoles: null };
  const row = { id: app.newId(), userId, provider: "dfe-sign-in", issuer, subject: userId };
  await app.db.transact(async (tx) => {
    await insertIdentity(tx, { ...row, ...said, label: null, connectedAt: at, lastUsedAt: null });
    await tx.update(users).set({ passwordHash: null }).where(eq(users.id, userId));
  });
}

const PAGES = {
  sign: { loader: signPage, action: sign },
  governor: { loader: governorPage, action: governs },
};

/** A page of signing in one browser of somebody who has an account at DfE Sign-in and nothing else. */
async function aBrowser(page: keyof typeof PAGES) {
  const place = await signingRoutes({ round: { governorSigns: page === "governor" } });
  const { app, params } = place;
  await (page === "sign" ? place.ready() : place.readyAndSign());
  const signer = page === "sign" ? place.head : place.governor;
  await connect(app, signer);
  const cookie = await aSession(app, signer.userId);
  const path = `${place.path}/${page}`;
  const { loader, action } = PAGES[page];
  const open = async (query = "") =>
    askRoute(loader, app, { request: aRequest(`${path}${query}`, cookie), params });
  const press = async (fields: Record<string, string>) => {
    const { view } = (await open()).data as { view: { seen?: number } };
    const form = { seen: String(view.seen ?? ""), ...fields };
    return askRoute(action, app, { request: aPost(path, form, cookie), params });
  };
  /** What the page of the provider does once it has been seen there who it is. */
  const showAtProvider = async (purpose = path) => {
    const session = await getSession(aRequest("/", cookie), aContext(app));
    const asked = { sessionId: session?.id ?? "", userId: signer.userId, purpose };
    await app.db.transact((tx) => keepFreshProof(tx, app, { id: app.newId(), ...asked }));
  };
  return { ...place, path, open, press, showAtProvider };
}

describe.each(["sign", "governor"] as const)("showing at a provider who signs: %s", (page) => {
  const event = page === "sign" ? "response.sign" : "response.countersign";

  it("leads there and back with the tick, then asks nothing more, once", async () => {
    const { app, path, open, press, showAtProvider } = await aBrowser(page);
    expect((await open()).data).toMatchObject({
      view: { ways: { password: false, code: false, provider: "DfE Sign-in", fresh: false } },
    });
    const led = await press({ declared: "yes", way: "provider" });
    const back = `${path}?declared=yes`;
    expect(led.headers.get("Location")).toBe(`/account/prove?for=${encodeURIComponent(back)}`);
    await showAtProvider(back);
    expect((await open("?declared=yes")).data).toMatchObject({
      view: { ways: { fresh: true } },
      ticked: true,
    });
    expect((await press({ declared: "yes" })).status).toBe(302);
    const rows = await app.db.read.select().from(auditEntries).where(eq(auditEntries.event, event));
    expect(rows.map(({ data }) => (JSON.parse(data) as { by: string }).by)).toEqual([
      "single-sign-on",
    ]);
  });

  it("ticks no box for whoever follows a link", async () => {
    const { open } = await aBrowser(page);
    expect((await open("?declared=yes")).data).toMatchObject({ ticked: false });
  });

  it("signs nothing without it, nor five minutes after, nor by what was shown for another page", async () => {
    const { app, press, showAtProvider } = await aBrowser(page);
    const refused = {
      status: 422,
      data: { errors: { provider: "Show that it is you first: it counts for 5 minutes" } },
    };
    expect(await press({ declared: "yes" })).toMatchObject(refused);
    await showAtProvider("/account/authenticator");
    expect(await press({ declared: "yes" })).toMatchObject(refused);
    await showAtProvider();
    app.clock.advance({ minutes: 6 });
    expect(await press({ declared: "yes" })).toMatchObject(refused);
  });
});
