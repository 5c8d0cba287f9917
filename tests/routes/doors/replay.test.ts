import { describe, expect, it } from "vitest";
import { codeOf } from "~tests/support/second-factors";
import { contentOf, locationOf } from "~tests/support/raw-database";
import {
  aClaim,
  aDoorstep,
  anInvitationLink,
  aResetLink,
  cookieAfter,
  halfway,
  NEW_PASSWORD,
  NEW_PERSON,
  placeOf,
  signIn,
} from "./a-doorstep";

const OTHER_PASSWORD = "orange window seat";

describe("replay: what opened a door once opens it no more", () => {
  it("sign-in: the cookie of a session that was signed out", async () => {
    const doorstep = await aDoorstep();
    const { get, post, isSignedIn } = doorstep;
    const cookie = cookieAfter(await signIn(doorstep));
    expect(await isSignedIn(cookie)).toBe(true);
    await post("/sign-out", {}, { cookie });
    expect(await isSignedIn(cookie)).toBe(false);
    expect(placeOf(await get("/account", { cookie }))).toMatch(/^\/sign-in\?/);
  });

  it("sign-in: the old password after it was changed by a link", async () => {
    const doorstep = await aDoorstep();
    await doorstep.post(await aResetLink(doorstep), { new: NEW_PASSWORD });
    expect((await signIn(doorstep)).status).toBe(422);
    expect((await signIn(doorstep, { password: NEW_PASSWORD })).status).toBe(302);
  });

  it("reset: a link that set a password, and an earlier one", async () => {
    const doorstep = await aDoorstep();
    const { post, get } = doorstep;
    const earlier = await aResetLink(doorstep);
    const link = await aResetLink(doorstep);
    expect(placeOf(await post(link, { new: NEW_PASSWORD }))).toBe("/sign-in?reset=1");
    for (const used of [link, earlier]) {
      expect((await get(used)).status).toBe(410);
      expect((await post(used, { new: OTHER_PASSWORD })).status).toBe(410);
    }
    expect((await signIn(doorstep, { password: OTHER_PASSWORD })).status).toBe(422);
  });

  it("claim: a code that was entered", async () => {
    const doorstep = await aDoorstep();
    const { app, post } = doorstep;
    const { path, code } = await aClaim(doorstep);
    expect((await post(path, { ...NEW_PERSON, code })).status).toBe(200);
    const { invitations } = await contentOf(locationOf(app));
    const again = { name: "Eve Mallory", email: "eve@evil.example", code };
    expect((await post(path, again)).status).toBe(422);
    expect((await contentOf(locationOf(app)))["invitations"]).toEqual(invitations);
  });

  it("invitation: a link that was accepted", async () => {
    const doorstep = await aDoorstep();
    const { app, get, post } = doorstep;
    const link = await anInvitationLink(doorstep);
    const account = { name: NEW_PERSON.name, password: NEW_PASSWORD };
    expect((await post(link, account)).status).toBe(302);
    const { users, grants } = await contentOf(locationOf(app));
    expect((await get(link)).status).toBe(410);
    const again = await post(link, { ...account, password: OTHER_PASSWORD });
    expect(again.status).toBe(410);
    expect(again.headers.has("Set-Cookie")).toBe(false);
    expect(await contentOf(locationOf(app))).toMatchObject({ users, grants });
  });

  it("code: a code of the app, within the half minute in which it is right", async () => {
    const doorstep = await aDoorstep();
    const { post } = doorstep;
    const { cookie, code } = await halfway(doorstep);
    expect((await post("/sign-in/code", { code }, { cookie })).status).toBe(302);
    const second = cookieAfter(await signIn(doorstep));
    const again = await post("/sign-in/code", { code }, { cookie: second });
    expect(again.status).toBe(422);
    expect(again.headers.has("Set-Cookie")).toBe(false);
  });

  it("code: the code before one that was used", async () => {
    const doorstep = await aDoorstep();
    const { app, userId, post } = doorstep;
    const { cookie, code: earlier } = await halfway(doorstep);
    app.clock.advance({ seconds: 30 });
    const code = await codeOf(app, userId);
    expect((await post("/sign-in/code", { code }, { cookie })).status).toBe(302);
    const second = cookieAfter(await signIn(doorstep));
    const again = await post("/sign-in/code", { code: earlier }, { cookie: second });
    expect(again.status).toBe(422);
  });

  it("code: a recovery code", async () => {
    const doorstep = await aDoorstep();
    const { post } = doorstep;
    const { cookie, recoveryCodes } = await halfway(doorstep);
    const fields = { kind: "recovery-code", code: recoveryCodes[0] ?? "" };
    expect((await post("/sign-in/code", fields, { cookie })).status).toBe(302);
    const second = cookieAfter(await signIn(doorstep));
    expect((await post("/sign-in/code", fields, { cookie: second })).status).toBe(422);
  });

  it("code: a browser's second step that was taken, with another good code", async () => {
    const doorstep = await aDoorstep();
    const { cookie, code, recoveryCodes } = await halfway(doorstep);
    await doorstep.post("/sign-in/code", { code }, { cookie });
    const fields = { kind: "recovery-code", code: recoveryCodes[0] ?? "" };
    const again = await doorstep.post("/sign-in/code", fields, { cookie });
    expect(placeOf(again)).toBe("/sign-in?late=1");
    expect(again.headers.has("Set-Cookie")).toBe(false);
  });
});
