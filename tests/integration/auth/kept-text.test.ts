import { describe, expect, it } from "vitest";
import { endSession, getSession, requireActor } from "~/auth/session.server";
import { forgetKeptForms, listKeptForms, takeKeptForm } from "~/services/account/kept-forms.server";
import { signIn } from "~/services/account/sign-in.server";
import { sessionTombstones } from "~db/schema";
import {
  aContext,
  anAccount,
  aPost,
  aRequest,
  aSession,
  countingPasswords,
  PASSWORD,
} from "~tests/support/accounts";
import { aTestApp, type TestApp } from "~tests/support/test-app";

const PATH = "/schools/118234/self-reviews/r1/sections/C";
const WORDS = "We plan together every Tuesday.";

async function signedIn() {
  const app = await aTestApp();
  const passwords = countingPasswords();
  const actor = await anAccount(app, { passwords });
  const cookie = await aSession(app, actor.userId);
  return { app, actor, cookie, passwords };
}

async function answerTo(app: TestApp, request: Request): Promise<Response> {
  try {
    await requireActor(request, aContext(app));
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
  throw new Error("The request was let through.");
}

function type(cookie: string, fields: Record<string, string> = { "C2.commentary": WORDS }) {
  return aPost(PATH, fields, cookie);
}

describe("text typed in a session that ended", () => {
  it("is kept, and the browser is sent to sign in", async () => {
    const { app, actor, cookie } = await signedIn();
    app.clock.advance({ hours: 13 });
    const answer = await answerTo(app, type(cookie));
    expect(answer.status).toBe(303);
    expect(answer.headers.get("Location")).toBe(`/sign-in?kept=1&next=${encodeURIComponent(PATH)}`);
    expect(await listKeptForms(app, actor)).toEqual([
      { page: PATH, texts: [{ label: "C2 commentary", text: WORDS }] },
    ]);
  });

  it("is told of at sign-in to the same person", async () => {
    const { app, actor, cookie, passwords } = await signedIn();
    app.clock.advance({ hours: 13 });
    await answerTo(app, type(cookie));
    const input = { email: actor.email, password: PASSWORD, address: "192.0.2.1", passwords };
    expect(await signIn(app, input)).toMatchObject({ value: { textKept: true } });
  });

  it("is never given to anyone else", async () => {
    const { app, cookie } = await signedIn();
    const colleague = await anAccount(app, { email: "tom@marsh-lane.example", password: null });
    app.clock.advance({ hours: 13 });
    await answerTo(app, type(cookie));
    expect(await listKeptForms(app, colleague)).toEqual([]);
    expect(await takeKeptForm(app, colleague, PATH)).toBeNull();
    await forgetKeptForms(app, colleague);
    expect(await app.db.read.select().from(sessionTombstones)).toMatchObject([{ keptPath: PATH }]);
  });

  it("is kept without its passwords", async () => {
    const { app, actor, cookie } = await signedIn();
    app.clock.advance({ hours: 13 });
    await answerTo(app, type(cookie, { declaration: "I agree", password: PASSWORD }));
    const [row] = await app.db.read.select().from(sessionTombstones);
    expect(row?.keptForm).not.toContain(PASSWORD);
    expect(await listKeptForms(app, actor)).toHaveLength(1);
  });

  it("is kept from every page that was open", async () => {
    const { app, actor, cookie } = await signedIn();
    app.clock.advance({ hours: 13 });
    await answerTo(app, type(cookie));
    await answerTo(app, aPost("/schools/118234/actions", { title: "Train the team" }, cookie));
    const pages = (await listKeptForms(app, actor)).map((form) => form.page);
    expect(pages).toEqual(["/schools/118234/actions", PATH]);
  });

  it("leads back to the page it was typed on, where that is ours", async () => {
    const { app, actor, cookie } = await signedIn();
    app.clock.advance({ hours: 13 });
    const body = new URLSearchParams({ reason: "A mistake in C2" });
    for (const Referer of ["http://127.0.0.1:3000/schools/118234?a=1", "https://evil.example/x"]) {
      const init = { method: "POST", body, headers: { Referer } };
      await answerTo(app, aRequest("/schools/118234/recall", cookie, init));
    }
    const pages = (await listKeptForms(app, actor)).map((form) => form.page);
    expect(pages).toEqual(["/schools/118234/recall", "/schools/118234?a=1"]);
  });

  it("goes after a day", async () => {
    const { app, actor, cookie } = await signedIn();
    app.clock.advance({ hours: 13 });
    await answerTo(app, type(cookie));
    app.clock.advance({ hours: 23, minutes: 59 });
    expect(await listKeptForms(app, actor)).toHaveLength(1);
    app.clock.advance({ minutes: 1 });
    expect(await listKeptForms(app, actor)).toEqual([]);
  });

  it("is given back to its screen once", async () => {
    const { app, actor, cookie } = await signedIn();
    app.clock.advance({ hours: 13 });
    await answerTo(app, type(cookie));
    expect(await takeKeptForm(app, actor, "/elsewhere")).toBeNull();
    expect(await takeKeptForm(app, actor, PATH)).toMatchObject({
      fields: [["C2.commentary", WORDS]],
    });
    expect(await takeKeptForm(app, actor, PATH)).toBeNull();
  });

  it("is forgotten when its person says so", async () => {
    const { app, actor, cookie } = await signedIn();
    app.clock.advance({ hours: 13 });
    await answerTo(app, type(cookie));
    await forgetKeptForms(app, actor);
    expect(await listKeptForms(app, actor)).toEqual([]);
  });

  it("is not kept after signing out, or from a browser that never signed in", async () => {
    const { app, actor, cookie } = await signedIn();
    await endSession(aRequest("/sign-out", cookie), aContext(app));
    for (const dead of [cookie, "session=made-up", ""]) {
      const answer = await answerTo(app, type(dead));
      expect(answer.status).toBe(303);
      expect(answer.headers.get("Location")).toMatch(/^\/sign-in\?unsaved=1&next=/);
    }
    expect(await listKeptForms(app, actor)).toEqual([]);
    expect(await app.db.read.select().from(sessionTombstones)).toEqual([]);
  });
});

describe("asking without a session", () => {
  it("does not call a button nobody typed anything for lost text", async () => {
    const { app, cookie } = await signedIn();
    await endSession(aRequest("/sign-out", cookie), aContext(app));
    const answer = await answerTo(app, type(cookie, { intent: "send", writer: "someone" }));
    expect(answer.headers.get("Location")).toMatch(/^\/sign-in\?ended=1&next=/);
  });

  it("leaves a script its text and says 401", async () => {
    const { app, cookie } = await signedIn();
    app.clock.advance({ hours: 13 });
    const init = {
      method: "POST",
      body: JSON.stringify({ answers: [] }),
      headers: { "Content-Type": "application/json" },
    };
    const answer = await answerTo(app, aRequest(`${PATH}/answers`, cookie, init));
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: "signed-out" });
  });

  it("sends a page to sign in and back", async () => {
    const { app } = await signedIn();
    const answer = await answerTo(app, aRequest(PATH));
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toBe(`/sign-in?next=${encodeURIComponent(PATH)}`);
  });

  it("says that the session ended where it did", async () => {
    const { app, cookie } = await signedIn();
    app.clock.advance({ hours: 13 });
    await getSession(aRequest(PATH, cookie), aContext(app));
    const answer = await answerTo(app, aRequest(PATH, cookie));
    expect(answer.headers.get("Location")).toMatch(/^\/sign-in\?ended=1&next=/);
  });

  it("lets a live session through", async () => {
    const { app, actor, cookie } = await signedIn();
    const found = await requireActor(type(cookie), aContext(app));
    expect(found).toEqual(actor);
  });
});
