import { describe, expect, it } from "vitest";
import { action as ask } from "~/routes/sign-in_.forgotten";
import { action as reset, loader as resetPage } from "~/routes/sign-in_.new-password";
import { action as signIn } from "~/routes/sign-in";
import { mails } from "~db/schema";
import { anAccount, aPost, aRequest } from "~tests/support/accounts";
import { aTestApp, type TestApp } from "~tests/support/test-app";
import { askRoute } from "./ask-route";

const EMAIL = "priya.shah@marsh-lane.example";
const NEW = "violet tractor lamp";

const askFor = (app: TestApp, email: string) =>
  askRoute(ask, app, aPost("/sign-in/forgotten", { email }));

/** The path in the mail, as a person follows it. */
async function linkOf(app: TestApp): Promise<string> {
  const [mail] = await app.db.read.select().from(mails);
  return (JSON.parse(mail?.data ?? "{}") as { path: string }).path;
}

describe("the page to ask for a link", () => {
  it("says the same of every address (enumeration)", async () => {
    const app = await aTestApp();
    await anAccount(app);
    const known = await askFor(app, EMAIL);
    const unknown = await askFor(app, "nobody@marsh-lane.example");
    expect(known).toMatchObject({ status: 200, data: { asked: EMAIL, problem: null } });
    expect(unknown).toMatchObject({
      status: 200,
      data: { asked: "nobody@marsh-lane.example", problem: null },
    });
    expect([...known.headers]).toEqual([...unknown.headers]);
  });

  it("asks to wait after three, known or not (brute force)", async () => {
    const app = await aTestApp();
    for (let n = 0; n < 3; n += 1) await askFor(app, "nobody@marsh-lane.example");
    const answer = await askFor(app, "nobody@marsh-lane.example");
    expect(answer.status).toBe(429);
    expect(answer.headers.get("Retry-After")).toBe("600");
  });

  it("says what is missing", async () => {
    const answer = await askFor(await aTestApp(), " ");
    expect(answer).toMatchObject({ status: 422, data: { problem: "Enter your e-mail address" } });
  });
});

describe("the link in the mail", () => {
  async function mailed() {
    const app = await aTestApp();
    await anAccount(app);
    await askFor(app, EMAIL);
    const path = await linkOf(app);
    const open = () => askRoute(resetPage, app, aRequest(path));
    const press = (password: string) => askRoute(reset, app, aPost(path, { new: password }));
    const signInWith = (password: string) =>
      askRoute(signIn, app, aPost("/sign-in", { email: EMAIL, password }));
    return { app, path, open, press, signInWith };
  }

  it("does nothing when it is opened, however often (link pre-fetch)", async () => {
    const { open, press } = await mailed();
    for (let n = 0; n < 3; n += 1) expect((await open()).status).toBe(200);
    expect((await press(NEW)).headers.get("Location")).toBe("/sign-in?reset=1");
  });

  it("sets the password once, and signs nobody in (session fixation, replay)", async () => {
    const { press, open, signInWith } = await mailed();
    const done = await press(NEW);
    expect(done.headers.has("Set-Cookie")).toBe(false);
    expect((await press("orange window seat")).status).toBe(410);
    expect(await open()).toMatchObject({ status: 410, data: { email: null } });
    expect((await signInWith(NEW)).status).toBe(302);
  });

  it.each([
    ["", /Enter a new password/],
    ["short", /10 characters or more/],
    ["qwertyuiop", /harder to guess/],
    [EMAIL, /not your e-mail address/],
  ])("answers the password %j with 422, and gives it not back", async (password, words) => {
    const { press } = await mailed();
    const answer = await press(password);
    expect(answer.status).toBe(422);
    expect(answer.data).toMatchObject({ problem: expect.stringMatching(words) as string });
    if (password !== "") expect(JSON.stringify(answer.data)).not.toContain(`"${password}"`);
  });

  it.each(["", "?token=", "?token=abc", `?token=${"a".repeat(5000)}`])(
    "is none of ours as %s",
    async (query) => {
      const app = await aTestApp();
      const request = aRequest(`/sign-in/new-password${query}`);
      expect((await askRoute(resetPage, app, request)).status).toBe(410);
    },
  );
});
