import { describe, expect, it } from "vitest";
import { aSession } from "~tests/support/accounts";
import {
  aClaim,
  aDoorstep,
  anInvitationLink,
  aResetLink,
  halfway,
  NEW_PASSWORD,
  NEW_PERSON,
  placeOf,
  signIn,
  type Doorstep,
} from "./a-doorstep";

const OURS = "http://127.0.0.1:3000";

/** Addresses that lead away, plainly or once a browser has read them. */
const AWAY = [
  "https://evil.example/",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "\t//evil.example",
  "https:evil.example",
  "https:/evil.example",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,x",
  "/.//evil.example",
  "/..//evil.example",
  "/account/..//evil.example",
  "//evil.example%2f@127.0.0.1:3000/",
  "http://127.0.0.1:3000@evil.example/",
  "http://127.0.0.1:3000.evil.example/",
  "%2f%2fevil.example",
  "/%2f%2fevil.example",
  "/%2fevil.example",
  "/%5cevil.example",
  "%68ttps://evil.example",
  "/%09/evil.example",
  "/%2e%2f%2fevil.example",
  "/%E0%A4%A",
] as const;

/** Whether a browser on one of our pages that is sent there stays with us, and no script runs. */
function staysHere(response: Response): boolean {
  const to = placeOf(response);
  if (to === "" || !URL.canParse(to, OURS)) return false;
  const { origin, protocol } = new URL(to, OURS);
  // A program that reads the escapes before it follows an address ends up with us too.
  const read = new URL(decodeURIComponent(new URL(to, OURS).pathname), OURS);
  return origin === OURS && protocol === "http:" && to.startsWith("/") && read.origin === OURS;
}

const query = (next: string): string => `?${new URLSearchParams({ next }).toString()}`;

describe("open redirect: no door leads to another site", () => {
  it.each(AWAY)("sign-in: %j, for who signs in and who is signed in already", async (next) => {
    const doorstep = await aDoorstep();
    expect(staysHere(await signIn(doorstep, { next }))).toBe(true);
    const cookie = await aSession(doorstep.app, doorstep.userId);
    expect(staysHere(await doorstep.get(`/sign-in${query(next)}`, { cookie }))).toBe(true);
    const page = await (await doorstep.get(`/sign-in${query(next)}`)).text();
    const hidden = /name="next" value="([^"]*)"/.exec(page)?.[1] ?? "/";
    expect(new URL(hidden, OURS).origin).toBe(OURS);
  });

  it.each(AWAY)("code: %j, given with the password or with the code", async (next) => {
    const doorstep = await aDoorstep();
    const { cookie, entered, code } = await halfway(doorstep, { next });
    expect(staysHere(entered)).toBe(true);
    const page = await (await doorstep.get(`/sign-in/code${query(next)}`, { cookie })).text();
    const hidden = /name="next" value="([^"]*)"/.exec(page)?.[1] ?? "/";
    expect(new URL(hidden, OURS).origin).toBe(OURS);
    expect(staysHere(await doorstep.post("/sign-in/code", { code, next }, { cookie }))).toBe(true);
  });

  it("sign-in, code: one of our own pages is gone on to", async () => {
    const doorstep = await aDoorstep();
    const next = "/schools/118234/actions?term=4";
    expect(placeOf(await signIn(doorstep, { next }))).toBe(next);
    const { cookie, code } = await halfway(doorstep, { next });
    expect(placeOf(await doorstep.post("/sign-in/code", { code, next }, { cookie }))).toBe(next);
  });

  /** Doors that ask for no page to go on to: what is sent along counts for nothing. */
  const FIXED: Record<string, (doorstep: Doorstep, next: string) => Promise<Response>> = {
    reset: async (doorstep, next) => {
      const link = await aResetLink(doorstep);
      return doorstep.post(`${link}&next=${encodeURIComponent(next)}`, { new: NEW_PASSWORD, next });
    },
    claim: async (doorstep, next) => {
      const { path, code } = await aClaim(doorstep);
      const cookie = await aSession(doorstep.app, doorstep.userId);
      return doorstep.post(`${path}${query(next)}`, { code, next }, { cookie });
    },
    invitation: async (doorstep, next) => {
      const link = await anInvitationLink(doorstep);
      const account = { name: NEW_PERSON.name, password: NEW_PASSWORD };
      return doorstep.post(`${link}${query(next)}`, { ...account, next });
    },
  };

  it.each(Object.keys(FIXED))("%s: a page asked for in the address or the form", async (door) => {
    for (const next of ["https://evil.example/", "//evil.example", "/account"]) {
      const answer = await FIXED[door]?.(await aDoorstep(), next);
      expect(answer?.status).toBe(302);
      expect(placeOf(answer ?? new Response())).toMatch(/^\/(sign-in\?reset=1|schools\/\d+)/);
    }
  });
});
