import { isNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { invitations, schoolClaims } from "~db/schema";
import { anAccount } from "~tests/support/accounts";
import { aGrant } from "~tests/support/factories/people";
import { aSchool } from "~tests/support/factories/places";
import { anAuthenticator, codeOf } from "~tests/support/second-factors";
import {
  aClaim,
  aDoorstep,
  anInvitationLink,
  aResetLink,
  cookieAfter,
  EMAIL,
  halfway,
  NEW_PASSWORD,
  NEW_PERSON,
  placeOf,
  seen,
  signIn,
} from "./a-doorstep";

const NOBODY = "nobody@marsh-lane.example";

describe("enumeration: what is there is answered as what is not", () => {
  it("sign-in: a known, an unknown, a disabled and a passwordless account", async () => {
    const doorstep = await aDoorstep();
    await anAccount(doorstep.app, { email: "gone@marsh-lane.example", disabled: true });
    await anAccount(doorstep.app, { email: "other@marsh-lane.example", password: null });
    const answerTo = async (email: string) =>
      seen(await signIn(doorstep, { email, password: "not it at all" }), email);
    const unknown = await answerTo(NOBODY);
    expect(unknown.status).toBe(422);
    for (const email of [EMAIL, "gone@marsh-lane.example", "other@marsh-lane.example"]) {
      expect(await answerTo(email)).toEqual(unknown);
    }
  });

  it("sign-in: the wait after many tries, known or not", async () => {
    const doorstep = await aDoorstep();
    const sixthTo = async (email: string, from: string) => {
      const attempt = { email, password: "not it at all", from };
      for (let n = 0; n < 5; n += 1) await signIn(doorstep, attempt);
      return seen(await signIn(doorstep, attempt), email);
    };
    const known = await sixthTo(EMAIL, "192.0.2.1");
    expect(known.status).toBe(429);
    expect(await sixthTo(NOBODY, "192.0.2.2")).toEqual(known);
  });

  it("reset: an address with a password, without one, and of nobody", async () => {
    const { app, post } = await aDoorstep();
    await anAccount(app, { email: "other@marsh-lane.example", password: null });
    const answerTo = async (email: string) =>
      seen(await post("/sign-in/forgotten", { email }), email);
    const unknown = await answerTo(NOBODY);
    expect(unknown.status).toBe(200);
    expect(await answerTo(EMAIL)).toEqual(unknown);
    expect(await answerTo("other@marsh-lane.example")).toEqual(unknown);
  });

  it("reset: a link that was used, and one that never was", async () => {
    const doorstep = await aDoorstep();
    const { get, post } = doorstep;
    const used = await aResetLink(doorstep);
    await post(used, { new: NEW_PASSWORD });
    const never = `/sign-in/new-password?token=${"a".repeat(43)}`;
    const opened = async (link: string) => seen(await get(link), tokenOf(link));
    const pressed = async (link: string) =>
      seen(await post(link, { new: "orange window seat" }), tokenOf(link));
    expect(await opened(used)).toEqual(await opened(never));
    expect(await pressed(used)).toEqual(await pressed(never));
    expect(await pressed(never)).toMatchObject({ status: 410 });
  });

  it("claim: a school that is free, led, closed, or without an address, and its codes", async () => {
    const { app, get, post } = await aDoorstep();
    const free = await aSchool(app);
    const led = await aSchool(app);
    const head = await anAccount(app, { email: "head@oakfold.example" });
    await aGrant(app, { userId: head.userId, role: "head", schoolId: led.id });
    const closed = await aSchool(app, { closedOn: "2025-08-31" });
    const silent = await aSchool(app, { officeEmail: null });
    const wrong = { code: "2222-2222", ...NEW_PERSON };
    const answersFor = async (urn: string) => {
      const page = await seen(await get(`/claim/${urn}`), urn);
      const asked = await post(`/claim/${urn}`, { name: "Priya Nair" });
      const path = asked.headers.get("Location") ?? "";
      const id = path.split("/").at(-1) ?? "";
      return [
        page,
        await seen(asked, id),
        await seen(await get(path), id),
        await seen(await post(path, wrong), id),
      ];
    };
    const answers = await answersFor(free.urn);
    expect(answers.map(({ status }) => status)).toEqual([200, 302, 200, 422]);
    for (const { urn } of [led, closed, silent]) expect(await answersFor(urn)).toEqual(answers);
  });

  it("claim: a code that was used, one that ended, and one there never was", async () => {
    const doorstep = await aDoorstep();
    const { app, post } = doorstep;
    const used = await aClaim(doorstep);
    const ended = await aClaim(doorstep);
    await post(used.path, { ...NEW_PERSON, code: used.code });
    await app.db.transact(async (tx) => {
      await tx
        .update(schoolClaims)
        .set({ expiresAt: app.clock.now() })
        .where(isNull(schoolClaims.usedAt));
    });
    const answerTo = async (path: string, code: string) =>
      seen(await post(path, { ...NEW_PERSON, code }), path);
    const never = await answerTo(`/claim/code/${app.newId()}`, used.code);
    expect(never.status).toBe(422);
    expect(await answerTo(used.path, used.code)).toEqual(never);
    expect(await answerTo(ended.path, ended.code)).toEqual(never);
  });

  it("invitation: a link that was used, withdrawn, has ended, or never was", async () => {
    const doorstep = await aDoorstep();
    const { app, get, post } = doorstep;
    const fields = { name: NEW_PERSON.name, password: NEW_PASSWORD };
    const used = await anInvitationLink(doorstep);
    await post(used, fields);
    const withdrawn = await anInvitationLink(doorstep, { email: "bea@oakfold.example" });
    const withdrawnAt = app.clock.now();
    await app.db.transact(async (tx) => {
      await tx.update(invitations).set({ withdrawnAt }).where(isNull(invitations.acceptedAt));
    });
    const ended = await anInvitationLink(doorstep, { email: "cy@oakfold.example" });
    app.clock.advance({ days: 15 });
    const answersTo = async (link: string) => [
      await seen(await get(link), link),
      await seen(await post(link, fields), link),
    ];
    const never = await answersTo(`/invitation/${"f".repeat(50)}`);
    expect(never.map(({ status }) => status)).toEqual([410, 410]);
    for (const link of [used, withdrawn, ended]) expect(await answersTo(link)).toEqual(never);
  });

  it("code: a wrong code, a used one, and another person's", async () => {
    const doorstep = await aDoorstep();
    const { app, post } = doorstep;
    const tom = await anAccount(app, { email: "tom@marsh-lane.example" });
    const [theirs = ""] = await anAuthenticator(app, tom.userId);
    const { recoveryCodes } = await halfway(doorstep);
    const [used = ""] = recoveryCodes;
    const entered = cookieAfter(await signIn(doorstep));
    await post("/sign-in/code", { kind: "recovery-code", code: used }, { cookie: entered });
    const cookie = cookieAfter(await signIn(doorstep));
    const answerTo = async (kind: string, code: string) =>
      seen(await post("/sign-in/code", { kind, code }, { cookie }), code);
    const wrong = await answerTo("recovery-code", "2222-2222-2222");
    expect(wrong.status).toBe(422);
    expect(await answerTo("recovery-code", used)).toEqual(wrong);
    expect(await answerTo("recovery-code", theirs)).toEqual(wrong);
    const wrongOfApp = await answerTo("authenticator", "000000");
    expect(wrongOfApp.status).toBe(422);
    expect(await answerTo("authenticator", await codeOf(app, tom.userId))).toEqual(wrongOfApp);
  });

  it("code: a browser that gave no password learns nothing of who has an app", async () => {
    const { get, post } = await aDoorstep();
    const opened = await get("/sign-in/code");
    const sent = await post("/sign-in/code", { code: "000000" }, { cookie: "second-step=planted" });
    expect([placeOf(opened), placeOf(sent)]).toEqual(["/sign-in?late=1", "/sign-in?late=1"]);
  });
});

const tokenOf = (link: string): string => link.split("=")[1] ?? "";
