import { describe, expect, it } from "vitest";
import { aSchool } from "~tests/support/factories/places";
import { codeOf } from "~tests/support/second-factors";
import {
  aClaim,
  aDoorstep,
  anInvitationLink,
  aResetLink,
  EMAIL,
  halfway,
  NEW_PASSWORD,
  NEW_PERSON,
  placeOf,
  signIn,
} from "./a-doorstep";

/** What stands on the page, and the header that programs read. */
async function waitOf(response: Response) {
  const text = await response.text();
  return {
    status: response.status,
    words: /Wait (10 minutes|an hour)/.exec(text)?.[0] ?? "",
    seconds: response.headers.get("Retry-After"),
  };
}

const TEN_MINUTES = { status: 429, words: "Wait 10 minutes", seconds: "600" };
const AN_HOUR = { status: 429, words: "Wait an hour", seconds: "3600" };

/** Tries until one is told to wait; how many were answered before it. */
async function triesOf(tryOnce: (n: number) => Promise<Response>) {
  for (let n = 0; n < 40; n += 1) {
    const response = await tryOnce(n);
    if (response.status === 429) return { tries: n, wait: await waitOf(response) };
  }
  return { tries: Infinity, wait: null };
}

const addressOf = (n: number): string => `198.51.${Math.floor(n / 200)}.${(n % 200) + 1}`;

describe("brute force: who guesses waits, and reads how long", () => {
  it("sign-in: five passwords for an account, from wherever they come", async () => {
    const doorstep = await aDoorstep();
    const guess = (n: number) =>
      signIn(doorstep, { password: "not it at all", from: addressOf(n) });
    expect(await triesOf(guess)).toEqual({ tries: 5, wait: TEN_MINUTES });
    const right = await signIn(doorstep, { from: "203.0.113.9" });
    expect(await waitOf(right)).toEqual(TEN_MINUTES);
    expect(right.headers.has("Set-Cookie")).toBe(false);
  });

  it("sign-in: thirty from one place over many accounts", async () => {
    const doorstep = await aDoorstep();
    const guess = (n: number) =>
      signIn(doorstep, { email: `person-${n}@marsh-lane.example`, password: "kettle" });
    expect(await triesOf(guess)).toEqual({ tries: 30, wait: TEN_MINUTES });
  });

  it("reset: three links asked for an address", async () => {
    const { post } = await aDoorstep();
    const ask = (n: number) => post("/sign-in/forgotten", { email: EMAIL }, { from: addressOf(n) });
    expect(await triesOf(ask)).toEqual({ tries: 3, wait: TEN_MINUTES });
  });

  it("reset: thirty guesses of a link from one place, and the right one works from another", async () => {
    const doorstep = await aDoorstep();
    const { get, post } = doorstep;
    const link = await aResetLink(doorstep);
    const guessed = (n: number) =>
      `/sign-in/new-password?token=${n.toString(16).padStart(43, "a")}`;
    expect(await triesOf((n) => get(guessed(n)))).toEqual({ tries: 30, wait: TEN_MINUTES });
    expect(await waitOf(await get(link))).toEqual(TEN_MINUTES);
    expect(await waitOf(await post(link, { new: NEW_PASSWORD }))).toEqual(TEN_MINUTES);
    const elsewhere = await post(link, { new: NEW_PASSWORD }, { from: "203.0.113.9" });
    expect(placeOf(elsewhere)).toBe("/sign-in?reset=1");
  });

  it("claim: ten codes for schools asked from one place in an hour", async () => {
    const { app, post } = await aDoorstep();
    const ask = async () => post(`/claim/${(await aSchool(app)).urn}`, { name: "Priya Nair" });
    expect(await triesOf(ask)).toEqual({ tries: 10, wait: AN_HOUR });
  });

  it("claim: five tries of a code, then not even the right one; ten, then a wait", async () => {
    const doorstep = await aDoorstep();
    const { path, code } = await aClaim(doorstep);
    const enter = (typed: string, n: number) =>
      doorstep.post(path, { ...NEW_PERSON, code: typed }, { from: addressOf(n) });
    for (let n = 0; n < 5; n += 1) expect((await enter("2222-2222", n)).status).toBe(422);
    const right = await enter(code, 5);
    expect(right.status).toBe(422);
    expect(await right.text()).toContain("it can be tried five times, for 24 hours");
    expect(await triesOf((n) => enter(code, n))).toEqual({ tries: 4, wait: TEN_MINUTES });
  });

  it("invitation: thirty guesses of a link from one place, and the right one works from another", async () => {
    const doorstep = await aDoorstep();
    const { get, post } = doorstep;
    const link = await anInvitationLink(doorstep);
    const guessed = (n: number) => `/invitation/${n.toString(16).padStart(50, "0")}`;
    const account = { name: NEW_PERSON.name, password: NEW_PASSWORD };
    expect(await triesOf((n) => get(guessed(n)))).toEqual({ tries: 30, wait: TEN_MINUTES });
    expect(await waitOf(await post(link, account))).toEqual(TEN_MINUTES);
    expect((await get(link, { from: "203.0.113.9" })).status).toBe(200);
  });

  it("code: five codes for a person, of both kinds together, then not even the right one", async () => {
    const doorstep = await aDoorstep();
    const { app, userId, post } = doorstep;
    const { cookie } = await halfway(doorstep);
    const give = (kind: string, code: string, n: number) =>
      post("/sign-in/code", { kind, code }, { cookie, from: addressOf(n) });
    const guess = (n: number) =>
      n % 2 === 0 ? give("authenticator", "000000", n) : give("recovery-code", "2222-2222-2222", n);
    expect(await triesOf(guess)).toEqual({ tries: 5, wait: TEN_MINUTES });
    const right = await give("authenticator", await codeOf(app, userId), 9);
    expect(await waitOf(right)).toEqual(TEN_MINUTES);
    expect(right.headers.has("Set-Cookie")).toBe(false);
  });

  it("code: giving the password again does not give five more", async () => {
    const doorstep = await aDoorstep();
    const { post } = doorstep;
    const { cookie } = await halfway(doorstep);
    for (let n = 0; n < 5; n += 1) await post("/sign-in/code", { code: "000000" }, { cookie });
    const again = (await signIn(doorstep)).headers.get("Set-Cookie")?.split(";", 1)[0] ?? "";
    const sent = await post("/sign-in/code", { code: "000000" }, { cookie: again });
    expect(await waitOf(sent)).toEqual(TEN_MINUTES);
  });
});
