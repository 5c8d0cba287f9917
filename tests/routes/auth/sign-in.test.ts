import { describe, expect, it } from "vitest";
import { getActor } from "~/auth/session.server";
import { action as keptTextAction, loader as keptTextLoader } from "~/routes/account.kept-text";
import { action, loader } from "~/routes/sign-in";
import { action as signOut, loader as signOutLoader } from "~/routes/sign-out";
import {
  aContext,
  anAccount,
  aPost,
  aRequest,
  aSession,
  cookieOf,
  PASSWORD,
} from "~tests/support/accounts";
import { aTestApp, type TestApp } from "~tests/support/test-app";
import { askRoute } from "./ask-route";

const EMAIL = "priya.shah@marsh-lane.example";
const post = (app: TestApp, fields: Record<string, string>, cookie = "") =>
  askRoute(action, app, aPost("/sign-in", fields, cookie));
const get = (app: TestApp, path: string, cookie = "") =>
  askRoute(loader, app, aRequest(path, cookie));

describe("the sign-in page", () => {
  it("signs in and goes to the page that was asked for", async () => {
    const app = await aTestApp();
    const person = await anAccount(app);
    const next = "/schools/118234/actions?term=4";
    const answer = await post(app, { email: EMAIL, password: PASSWORD, next });
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toBe(next);
    const cookie = cookieOf(answer.headers.get("Set-Cookie"));
    const actor = await getActor(aRequest("/", cookie), aContext(app));
    expect(actor?.userId).toBe(person.userId);
  });

  it.each(["https://evil.example/", "//evil.example", "/\\evil.example", "/sign-out"])(
    "goes home instead of to %s",
    async (next) => {
      const app = await aTestApp();
      await anAccount(app);
      const answer = await post(app, { email: EMAIL, password: PASSWORD, next });
      expect(answer.headers.get("Location")).toBe("/");
    },
  );

  it("gives a new session to a browser that came with one", async () => {
    const app = await aTestApp();
    const { userId } = await anAccount(app);
    const planted = await aSession(app, userId);
    const answer = await post(app, { email: EMAIL, password: PASSWORD }, planted);
    expect(cookieOf(answer.headers.get("Set-Cookie"))).not.toBe(planted);
    expect(await getActor(aRequest("/", planted), aContext(app))).toBeNull();
  });

  it("says what is missing and gives the e-mail address back, never the password", async () => {
    const app = await aTestApp();
    expect(await post(app, { email: EMAIL, password: "" })).toMatchObject({
      status: 422,
      data: { problems: { password: "Enter your password" }, email: EMAIL },
    });
    const noEmail = await post(app, { password: "hunter two" });
    expect(noEmail).toMatchObject({
      status: 422,
      data: { problems: { email: "Enter your e-mail address" } },
    });
    expect(JSON.stringify(noEmail.data)).not.toContain("hunter");
  });

  it("says the same of a wrong password and of an unknown account", async () => {
    const app = await aTestApp();
    await anAccount(app);
    const wrong = await post(app, { email: EMAIL, password: "other" });
    const unknown = await post(app, { email: "nobody@marsh-lane.example", password: "other" });
    const problems = {
      whole: "That e-mail address and password do not match. Check both, or reset your password",
    };
    expect(wrong).toMatchObject({ status: 422, data: { problems, email: EMAIL } });
    expect(unknown).toMatchObject({ status: 422, data: { problems } });
    expect(wrong.headers.has("Set-Cookie")).toBe(false);
  });

  it("asks to wait after five wrong ones, with the right password too", async () => {
    const app = await aTestApp();
    await anAccount(app);
    for (let n = 0; n < 5; n += 1) await post(app, { email: EMAIL, password: "other" });
    const answer = await post(app, { email: EMAIL, password: PASSWORD });
    expect(answer).toMatchObject({
      status: 429,
      data: {
        problems: { whole: "You have tried several times. Wait 10 minutes, then try again" },
        email: EMAIL,
      },
    });
    expect(answer.headers.get("Retry-After")).toBe("600");
  });

  it("does not ask someone who is signed in", async () => {
    const app = await aTestApp();
    const cookie = await aSession(app, (await anAccount(app)).userId);
    const answer = await get(app, "/sign-in?next=%2Faccount", cookie);
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toBe("/account");
  });

  it.each([
    ["/sign-in", { next: null, notice: null, demonstration: false }],
    ["/sign-in?kept=1&next=%2Fhelp", { next: "/help", notice: "kept" }],
    ["/sign-in?ended=1&next=%2F%2Fevil.example", { next: null, notice: "ended" }],
    ["/sign-in?out=1", { notice: "out" }],
  ])("opened as %s shows %j", async (path, view) => {
    expect((await get(await aTestApp(), path)).data).toMatchObject(view);
  });
});

describe("signing out", () => {
  it("ends the session and takes the cookie away", async () => {
    const app = await aTestApp();
    const cookie = await aSession(app, (await anAccount(app)).userId);
    const answer = await askRoute(signOut, app, aPost("/sign-out", {}, cookie));
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Set-Cookie")).toContain("Max-Age=0");
    expect(await getActor(aRequest("/", cookie), aContext(app))).toBeNull();
  });

  it("is not done by following a link", async () => {
    const app = await aTestApp();
    const cookie = await aSession(app, (await anAccount(app)).userId);
    const answer = await askRoute(signOutLoader, app, aRequest("/sign-out", cookie));
    expect(answer.headers.get("Location")).toBe("/");
    expect(await getActor(aRequest("/", cookie), aContext(app))).not.toBeNull();
  });
});

describe("text kept from an ended session", () => {
  it("is offered after the same person signs in, and goes when they say so", async () => {
    const app = await aTestApp();
    const before = await aSession(app, (await anAccount(app)).userId);
    app.clock.advance({ hours: 13 });
    const typed = { "C2.commentary": "We plan together." };
    const late = aPost("/schools/118234/self-reviews/r1/sections/C", typed, before);
    await askRoute(keptTextAction, app, late);

    const answer = await post(app, { email: EMAIL, password: PASSWORD }, before);
    expect(answer.headers.get("Location")).toBe("/account/kept-text");
    const next = "/schools/118234/self-reviews/r1/sections/C?index";
    const toIts = await post(app, { email: EMAIL, password: PASSWORD, next }, before);
    expect(toIts.headers.get("Location")).toBe(next);
    const cookie = cookieOf(answer.headers.get("Set-Cookie"));
    const ask = () => askRoute(keptTextLoader, app, aRequest("/account/kept-text", cookie));
    expect((await ask()).data).toMatchObject({
      forms: [{ texts: [{ label: "C2 commentary", text: "We plan together." }] }],
    });

    await askRoute(keptTextAction, app, aPost("/account/kept-text", {}, cookie));
    expect((await ask()).data).toEqual({ forms: [] });
  });
});
