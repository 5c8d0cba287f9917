import { describe, expect, it } from "vitest";
import { loader as picture } from "~/routes/organisations.$key.logo";
import { loader as settings } from "~/routes/organisations.$key.settings._index";
import { action as change, loader as form } from "~/routes/organisations.$key.settings.$group";
import { action as sendLogo } from "~/routes/organisations.$key.settings.logo";
import { loader as signInPage } from "~/routes/sign-in";
import { aContext, aPost, aRequest, aSession } from "~tests/support/accounts";
import { aJpeg, aPng } from "~tests/support/files/pictures";
import { aGrant, aUser } from "~tests/support/factories/people";
import { anOrganisation } from "~tests/support/factories/places";
import { aTestApp } from "~tests/support/test-app";
import { askRoute } from "../auth/ask-route";

type Handler = Parameters<typeof askRoute>[0];

const KEY = "wealdshire";
const CONTACT = {
  intent: "save",
  version: "1",
  name: "Wealdshire Council",
  shortName: "Wealdshire",
  contactName: "Inclusion team",
  contactEmail: "inclusion@wealdshire.example",
  telephone: "01632 960127",
  contactOnSignIn: "yes",
};

async function aManager(role: "manager" | "officer" = "manager") {
  const app = await aTestApp();
  const organisation = await anOrganisation(app, { key: KEY });
  const { id: userId } = await aUser(app);
  await aGrant(app, { userId, role, organisationId: organisation.id });
  const cookie = await aSession(app, userId);
  const post = (group: string, fields: Record<string, string>, key = KEY) =>
    askRoute(change, app, {
      request: aPost(`/organisations/${key}/settings/${group}`, fields, cookie),
      params: { key, group },
    });
  const open = (loader: Handler, group = "") =>
    askRoute(loader, app, {
      request: aRequest(`/organisations/${KEY}/settings/${group}`, cookie),
      params: { key: KEY, group },
    });
  const send = (file: Uint8Array | null, alt = "Wealdshire", intent = "save") => {
    const body = new FormData();
    body.set("intent", intent);
    body.set("alt", alt);
    body.set("file", new File(file === null ? [] : [Buffer.from(file)], file ? "a.exe" : ""));
    const path = `/organisations/${KEY}/settings/logo`;
    const request = aRequest(path, cookie, { method: "POST", body });
    return askRoute(sendLogo, app, { request, params: { key: KEY } });
  };
  const logo = async (query = "") => {
    const request = aRequest(`/organisations/${KEY}/logo${query}`);
    try {
      return await picture({ request, context: aContext(app), params: { key: KEY } });
    } catch (thrown) {
      if (thrown instanceof Response) return thrown;
      throw thrown;
    }
  };
  return { app, post, open, send, logo };
}

describe("the settings of an organisation", () => {
  it("are kept and shown", async () => {
    const { app, post, open } = await aManager();
    const answer = await post("contact", CONTACT);
    expect(answer.headers.get("Location")).toBe(`/organisations/${KEY}/settings?kept=1`);
    expect((await open(settings)).data).toMatchObject({
      view: { settings: { name: "Wealdshire Council", telephone: "01632 960127" }, version: 2 },
    });
    expect((await askRoute(signInPage, app, aRequest("/sign-in"))).data).toMatchObject({
      organisations: [{ contact: { telephone: "01632 960127" } }],
    });
  });

  it("give back everything typed, and each problem at its field", async () => {
    const { post, open } = await aManager();
    const typed = { ...CONTACT, name: "", telephone: "ring us", contactOnSignIn: "" };
    const answer = await post("contact", typed);
    expect(answer.status).toBe(422);
    expect(answer.data).toMatchObject({
      typed: { name: "", telephone: "ring us", contactName: "Inclusion team" },
      problems: [{ field: "name" }, { field: "telephone" }],
    });
    expect((await open(settings)).data).toMatchObject({ view: { version: 1 } });
  });

  it("show both texts where somebody else was first", async () => {
    const { post } = await aManager();
    await post("contact", CONTACT);
    const answer = await post("contact", { ...CONTACT, name: "Mine" });
    expect(answer.status).toBe(409);
    expect(answer.data).toMatchObject({
      version: 2,
      typed: { name: "Mine" },
      stands: { name: "Wealdshire Council" },
    });
    expect((await post("contact", { ...CONTACT, name: "Mine", version: "2" })).status).toBe(302);
  });

  it("show how a declaration is printed, and keep nothing", async () => {
    const { post, open } = await aManager();
    const headDeclaration = "I stand by every word of it.";
    const fields = { version: "1", headDeclaration, governorDeclaration: "" };
    const answer = await post("declarations", { ...fields, intent: "preview" });
    expect(answer).toMatchObject({
      status: 200,
      data: { preview: true, typed: { headDeclaration } },
    });
    expect((await open(settings)).data).toMatchObject({ view: { version: 1 } });
    expect((await post("declarations", fields)).status).toBe(302);
  });

  it.each(["people", "logo2", "", "constructor"])("have no part %j", async (group) => {
    const { post, open } = await aManager();
    expect((await open(form, group)).status).toBe(404);
    expect((await post(group, CONTACT)).status).toBe(404);
  });

  it("are the managers'", async () => {
    const { post, open, send } = await aManager("officer");
    expect((await open(settings)).status).toBe(403);
    expect((await open(form, "contact")).status).toBe(403);
    expect((await post("contact", CONTACT)).status).toBe(403);
    expect((await post("contact", CONTACT, "nowhere")).status).toBe(404);
    expect((await send(aPng())).status).toBe(403);
  });
});

describe("the logo", () => {
  it("is served as what it is and nothing else, and kept by browsers for good", async () => {
    const { send, logo } = await aManager();
    expect((await logo()).status).toBe(404);
    expect((await send(aJpeg())).status).toBe(302);
    const plain = await logo();
    expect(plain.headers.get("Content-Type")).toBe("image/jpeg");
    expect(plain.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(plain.headers.get("Content-Security-Policy")).toBe("default-src 'none'; sandbox");
    expect(plain.headers.get("Cache-Control")).toBe("no-cache");
    expect(
      Buffer.from(await plain.arrayBuffer())
        .subarray(0, 3)
        .toString("hex"),
    ).toBe("ffd8ff");
    expect((await logo("?v=other")).headers.get("Cache-Control")).toBe("no-cache");
  });

  it("is asked for by its hash", async () => {
    const { open, send, logo } = await aManager();
    await send(aPng());
    const { data } = await open(settings);
    const { src } = (data as { organisation: { logo: { src: string } } }).organisation.logo;
    const answer = await logo(`?${src.split("?")[1] ?? ""}`);
    expect(answer.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    expect((await send(null, "", "remove")).status).toBe(302);
    expect((await logo()).status).toBe(404);
  });

  it.each<[string, Uint8Array | null, string, field: string, words: RegExp]>([
    ["no file", null, "W", "file", /Choose a picture/],
    ["an SVG", Buffer.from("<svg/>"), "W", "file", /PNG or a JPEG/],
    ["a large file", Buffer.alloc(300_000), "W", "file", /200 kB or less/],
    ["a cut file", aPng().subarray(0, 60), "W", "file", /cannot be read/],
    ["no words", aPng(), "", "alt", /Say what the logo says/],
  ])("answers %s with 422 at the field", async (_what, file, alt, field, words) => {
    const { send } = await aManager();
    const answer = await send(file, alt);
    expect(answer.status).toBe(422);
    const message: unknown = expect.stringMatching(words);
    expect(answer.data).toMatchObject({ problem: { field, message } });
  });
});
