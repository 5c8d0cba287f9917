import { describe, expect, it } from "vitest";
import { aSession } from "~tests/support/accounts";
import { sessions } from "~db/schema";
import {
  aClaim,
  aDoorstep,
  anInvitationLink,
  aPlantedSession,
  aResetLink,
  cookieAfter,
  halfway,
  NEW_PASSWORD,
  NEW_PERSON,
  signIn,
} from "./a-doorstep";

/** The id of a session nobody began: as long as ours are. */
const INVENTED = `session=${"a1b2c".repeat(8)}`;

describe("session fixation: an id planted before is worth nothing after", () => {
  it("sign-in: a new id, and the one before is dead", async () => {
    const doorstep = await aDoorstep();
    const planted = await aPlantedSession(doorstep);
    const own = cookieAfter(await signIn(doorstep, { cookie: planted }));
    expect(own).toMatch(/^session=\w{40}$/);
    expect(own).not.toBe(planted);
    expect([await doorstep.isSignedIn(planted), await doorstep.isSignedIn(own)]).toEqual([
      false,
      true,
    ]);
  });

  it("sign-in: an id that was never ours is not taken up", async () => {
    const doorstep = await aDoorstep();
    const own = cookieAfter(await signIn(doorstep, { cookie: INVENTED }));
    expect(own).not.toBe(INVENTED);
    expect(await doorstep.isSignedIn(INVENTED)).toBe(false);
  });

  it("reset: nobody is signed in by it, and every session before is dead", async () => {
    const doorstep = await aDoorstep();
    const planted = await aPlantedSession(doorstep);
    const elsewhere = await aPlantedSession(doorstep);
    const link = await aResetLink(doorstep);
    const done = await doorstep.post(link, { new: NEW_PASSWORD }, { cookie: planted });
    expect(done.headers.has("Set-Cookie")).toBe(false);
    expect(await doorstep.isSignedIn(planted)).toBe(false);
    expect(await doorstep.isSignedIn(elsewhere)).toBe(false);
  });

  it("claim: nobody is signed in by it, and an invented id is not taken up", async () => {
    const doorstep = await aDoorstep();
    const { path, code } = await aClaim(doorstep);
    const done = await doorstep.post(path, { ...NEW_PERSON, code }, { cookie: INVENTED });
    expect(done.status).toBe(200);
    expect(done.headers.has("Set-Cookie")).toBe(false);
    expect(await doorstep.app.db.read.select().from(sessions)).toEqual([]);
  });

  it("claim: whoever is signed in is named before the code is entered", async () => {
    const doorstep = await aDoorstep();
    const { path } = await aClaim(doorstep);
    const cookie = await aSession(doorstep.app, doorstep.userId);
    const page = await (await doorstep.get(path, { cookie })).text();
    expect(page).toContain("You are signed in as");
    expect(page).toContain("Priya Shah");
  });

  it("invitation: a new id, and an invented one is not taken up", async () => {
    const doorstep = await aDoorstep();
    const link = await anInvitationLink(doorstep);
    const account = { name: NEW_PERSON.name, password: NEW_PASSWORD };
    const own = cookieAfter(await doorstep.post(link, account, { cookie: INVENTED }));
    expect(own).toMatch(/^session=\w{40}$/);
    expect(own).not.toBe(INVENTED);
    expect([await doorstep.isSignedIn(INVENTED), await doorstep.isSignedIn(own)]).toEqual([
      false,
      true,
    ]);
  });

  it("invitation: a session planted in the browser takes no invitation of somebody else", async () => {
    const doorstep = await aDoorstep();
    const planted = await aPlantedSession(doorstep);
    const link = await anInvitationLink(doorstep);
    const account = { name: NEW_PERSON.name, password: NEW_PASSWORD };
    expect((await doorstep.post(link, account, { cookie: planted })).status).toBe(422);
    expect((await doorstep.get(link)).status).toBe(200);
  });

  it("code: a new id after the second step, and the session before is dead", async () => {
    const doorstep = await aDoorstep();
    const { cookie, code } = await halfway(doorstep);
    const planted = await aPlantedSession(doorstep);
    const both = `${planted}; ${cookie}`;
    const own = cookieAfter(await doorstep.post("/sign-in/code", { code }, { cookie: both }));
    expect(own).toMatch(/^session=\w{40}$/);
    expect(own).not.toBe(planted);
    expect([await doorstep.isSignedIn(planted), await doorstep.isSignedIn(own)]).toEqual([
      false,
      true,
    ]);
  });

  it("code: a second step planted in the browser is dead once the password is given", async () => {
    const doorstep = await aDoorstep();
    const { cookie: planted, code } = await halfway(doorstep);
    const own = cookieAfter(await signIn(doorstep, { cookie: planted }));
    expect(own).toMatch(/^second-step=/);
    expect(own).not.toBe(planted);
    const stale = await doorstep.post("/sign-in/code", { code }, { cookie: planted });
    expect(stale.headers.get("Location")).toBe("/sign-in?late=1");
    expect((await doorstep.post("/sign-in/code", { code }, { cookie: own })).status).toBe(302);
  });
});
