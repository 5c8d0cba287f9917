import { describe, expect, it } from "vitest";
import { contentOf, locationOf } from "~tests/support/raw-database";
import {
  aClaim,
  aDoorstep,
  anInvitationLink,
  aResetLink,
  DOORS,
  halfway,
  NEW_PASSWORD,
  NEW_PERSON,
  placeOf,
  signIn,
  type Door,
  type Doorstep,
} from "./a-doorstep";

/** Something that opens a door by itself: its link, the cookie of the browser, and the press that goes in. */
type Way = { path: string; cookie?: string; press: () => Promise<Response> };

const WAYS: Record<Door, (doorstep: Doorstep) => Promise<Way>> = {
  "sign-in": (doorstep) =>
    Promise.resolve({ path: "/sign-in?next=%2Faccount", press: () => signIn(doorstep) }),
  reset: async (doorstep) => {
    const path = await aResetLink(doorstep);
    return { path, press: () => doorstep.post(path, { new: NEW_PASSWORD }) };
  },
  claim: async (doorstep) => {
    const { path, code } = await aClaim(doorstep);
    return { path, press: () => doorstep.post(path, { ...NEW_PERSON, code }) };
  },
  invitation: async (doorstep) => {
    const path = await anInvitationLink(doorstep);
    const account = { name: NEW_PERSON.name, password: NEW_PASSWORD };
    return { path, press: () => doorstep.post(path, account) };
  },
  code: async (doorstep) => {
    const { cookie, code } = await halfway(doorstep);
    const path = "/sign-in/code";
    return { path, cookie, press: () => doorstep.post(path, { code }, { cookie }) };
  },
};

describe("link pre-fetch: opening a page, however often, changes no row and goes in nowhere", () => {
  it.each(DOORS)("%s", async (door) => {
    const doorstep = await aDoorstep();
    const { app, get, head } = doorstep;
    const { path, cookie, press } = await WAYS[door](doorstep);
    const before = await contentOf(locationOf(app));
    for (const open of [head, get, get, head]) {
      const opened = await open(path, { cookie });
      expect([opened.status, placeOf(opened)]).toEqual([200, ""]);
      expect(opened.headers.has("Set-Cookie")).toBe(false);
    }
    expect(await contentOf(locationOf(app))).toEqual(before);
    expect([200, 302]).toContain((await press()).status);
    expect(await contentOf(locationOf(app))).not.toEqual(before);
  });

  it("invitation, reset: the address goes to no other page, and the form still says where it is from", async () => {
    const doorstep = await aDoorstep();
    for (const link of [await aResetLink(doorstep), await anInvitationLink(doorstep)]) {
      const opened = await doorstep.get(link);
      // Without scripts a browser sends no Origin from a page with `no-referrer`, and the form is refused.
      expect(opened.headers.get("Referrer-Policy")).toBe("strict-origin");
    }
  });
});
