import { describe, expect, it } from "vitest";
import type { InvitationFields } from "~/domain/people/invitation";
import type { Actor } from "~/domain/policy/actor";
import { acceptInvitation, viewInvitation } from "~/services/people/accept-invitation.server";
import { changeSchoolInvitation } from "~/services/people/change-invitation.server";
import { inviteToSchool } from "~/services/people/invite-to-school.server";
import { viewTeam } from "~/services/people/view-team.server";
import { findUserByEmail } from "~db/queries/people";
import { auditEntries, grants, invitations, users } from "~db/schema";
import { countingPasswords } from "~tests/support/accounts";
import { aSchool } from "~tests/support/factories/places";
import { anActor } from "~tests/support/factories/people";
import { aSchoolInARound } from "~tests/support/factories/worlds";
import { anAuthenticator } from "~tests/support/second-factors";
import { aTestApp, type TestApp } from "~tests/support/test-app";
import { lastSecret, mailsSent } from "./mails-sent";

const fields = (over: Partial<InvitationFields> = {}): InvitationFields => ({
  name: "Ada Mensah",
  email: "Ada@oakfold.example",
  role: "contributor",
  from: "",
  to: "",
  signingTitle: "",
  questionnaireKey: "",
  ...over,
});

const address = "192.0.2.1";

async function aTeam() {
  const app = await aTestApp();
  const world = await aSchoolInARound(app);
  const { urn } = world.school;
  const invite = (actor: Actor, over: Partial<InvitationFields> = {}) =>
    inviteToSchool(app, actor, { urn, fields: fields(over) });
  return { app, ...world, urn, invite };
}

const account = { name: "Ada Mensah", password: "violet tractor lamp" };
const accept = (app: TestApp, secret: string, actor: Actor | null = null) =>
  acceptInvitation(app, actor, { secret, address, account, passwords: countingPasswords() });
const view = (app: TestApp, secret: string, from = address) =>
  viewInvitation(app, null, { secret, address: from });

describe("inviting a colleague", () => {
  it("mails a link whose secret is stored nowhere, and writes who did it", async () => {
    const { app, invite, coordinator } = await aTeam();
    expect(await invite(coordinator)).toEqual({ ok: true, value: { name: "Ada Mensah" } });
    expect(await mailsSent(app)).toMatchObject([
      {
        template: "invitation",
        email: "Ada@oakfold.example",
        inviterName: "Tom Okafor",
        placeName: "Oakfold Primary School",
        roleName: "colleague",
      },
    ]);
    const secret = await lastSecret(app);
    const rows = await app.db.read.select().from(invitations);
    expect(secret).toMatch(/^[0-9a-f]{50}$/);
    expect(JSON.stringify(rows)).not.toContain(secret);
    const audit = await app.db.read.select().from(auditEntries);
    expect(audit).toMatchObject([{ event: "invitation.sent", actorId: coordinator.userId }]);
    expect(JSON.stringify(audit)).not.toMatch(/ada/i);
    expect(app.wakes()).toBe(1);
  });

  it("says each problem at its field and mails nothing", async () => {
    const { app, invite, head } = await aTeam();
    const done = await invite(head, {
      name: "Call 0800 1",
      email: "ada",
      role: "",
      to: "1 1 2020",
    });
    const told = done.ok ? [] : done.problem.map(({ field }) => field);
    expect(told.sort()).toEqual(["email", "name", "role", "to"]);
    expect(await mailsSent(app)).toEqual([]);
  });

  it("is not asked twice, nor of somebody who has the role", async () => {
    const { app, invite, head, coordinator } = await aTeam();
    await invite(head);
    expect(await invite(head, { email: "ada@OAKFOLD.example" })).toMatchObject({
      problem: [{ field: "email" }],
    });
    const held = await invite(head, { email: coordinator.email, role: "coordinator" });
    expect(held).toMatchObject({ problem: [{ field: "email" }] });
    expect(await mailsSent(app)).toHaveLength(1);
  });
});

describe("escalation", () => {
  it("a coordinator inviting a head beside one is refused", async () => {
    const { app, invite, coordinator } = await aTeam();
    expect(await invite(coordinator, { role: "head" })).toMatchObject({
      problem: [{ field: "role" }],
    });
    expect(await mailsSent(app)).toEqual([]);
  });

  it.each(["officer", "manager", "reviewer", "admin", "__proto__"])(
    "a head giving the role %s from a school is refused",
    async (role) => {
      const { app, invite, head } = await aTeam();
      expect(await invite(head, { role })).toMatchObject({ problem: [{ field: "role" }] });
      expect(await app.db.read.select().from(invitations)).toEqual([]);
    },
  );

  it("nobody invites to another school, which is not found", async () => {
    const { app, head } = await aTeam();
    const other = await aSchool(app, { name: "Elmhurst School" });
    const asked = inviteToSchool(app, head, { urn: other.urn, fields: fields() });
    await expect(asked).rejects.toMatchObject({ code: "not-found" });
  });

  it("nobody changes another school's invitation by its id", async () => {
    const { app, invite, head } = await aTeam();
    await invite(head);
    const [row] = await app.db.read.select().from(invitations);
    const other = await aSchool(app);
    const outsider = await anActor(app, { grants: [{ role: "head", schoolId: other.id }] });
    for (const change of ["withdraw", "send-again"] as const) {
      const input = { urn: other.urn, invitationId: row?.id ?? "", change };
      const changed = changeSchoolInvitation(app, outsider, input);
      await expect(changed).rejects.toMatchObject({ code: "conflict" });
    }
    expect((await view(app, await lastSecret(app))).ok).toBe(true);
  });

  it("a colleague and a governor do not invite", async () => {
    const { app, school, urn } = await aTeam();
    for (const role of ["contributor", "governor"] as const) {
      const actor = await anActor(app, { grants: [{ role, schoolId: school.id }] });
      const asked = inviteToSchool(app, actor, { urn, fields: fields() });
      await expect(asked).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  it("a coordinator does not send a head's invitation again", async () => {
    const { app, invite, head, coordinator, urn } = await aTeam();
    await invite(head, { role: "head" });
    const [row] = await app.db.read.select().from(invitations);
    const input = { urn, invitationId: row?.id ?? "", change: "send-again" as const };
    await expect(changeSchoolInvitation(app, coordinator, input)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("a coordinator of a school without a head", () => {
  it("invites the first head, once", async () => {
    const app = await aTestApp();
    const school = await aSchool(app);
    const coordinator = await anActor(app, {
      grants: [{ role: "coordinator", schoolId: school.id }],
    });
    const invite = (email: string) =>
      inviteToSchool(app, coordinator, {
        urn: school.urn,
        fields: fields({ role: "head", email }),
      });
    expect((await invite("one@oakfold.example")).ok).toBe(true);
    expect(await invite("two@oakfold.example")).toMatchObject({ problem: [{ field: "role" }] });
  });
});

describe("a link", () => {
  async function aLink(over: Partial<InvitationFields> = {}) {
    const team = await aTeam();
    await team.invite(team.head, over);
    return { ...team, secret: await lastSecret(team.app) };
  }

  it("changes nothing however often it is opened: link pre-fetch", async () => {
    const { app, secret } = await aLink();
    for (let turn = 0; turn < 3; turn += 1) expect((await view(app, secret)).ok).toBe(true);
    expect(await app.db.read.select().from(users)).toHaveLength(2);
    expect((await accept(app, secret)).ok).toBe(true);
  });

  it("makes the account and the role when it is accepted, from that day on", async () => {
    const { app, school, urn, secret } = await aLink({ from: "1 9 2026", to: "31 8 2027" });
    const done = await accept(app, secret);
    const user = await findUserByEmail(app.db.read, "ada@oakfold.example");
    expect(done).toEqual({
      ok: true,
      value: { userId: user?.id, isNew: true, path: `/schools/${urn}` },
    });
    const held = (await app.db.read.select().from(grants)).filter(
      ({ userId }) => userId === user?.id,
    );
    expect(held).toMatchObject([
      { role: "contributor", schoolId: school.id, from: "2026-11-24", to: "2027-08-31" },
    ]);
    const events = (await app.db.read.select().from(auditEntries)).map(({ event }) => event);
    expect(events).toEqual(["invitation.sent", "invitation.accepted", "grant.given"]);
  });

  it("works once: replay", async () => {
    const { app, secret } = await aLink();
    await accept(app, secret);
    expect(await accept(app, secret)).toEqual({ ok: false, problem: "gone" });
    expect(await view(app, secret)).toEqual({ ok: false, problem: "gone" });
  });

  it("works once when pressed twice at the same moment", async () => {
    const { app, secret } = await aLink();
    const done = await Promise.all([accept(app, secret), accept(app, secret)]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await app.db.read.select().from(users)).toHaveLength(3);
  });

  it("answers alike when it never was, was used, was withdrawn or has ended: enumeration", async () => {
    const { app, head, urn, invite, secret } = await aLink();
    await accept(app, secret);
    await invite(head, { email: "two@oakfold.example" });
    const withdrawn = await lastSecret(app);
    const rows = await app.db.read.select().from(invitations);
    const open = rows.find(({ acceptedAt }) => acceptedAt === null);
    const input = { urn, invitationId: open?.id ?? "", change: "withdraw" as const };
    await changeSchoolInvitation(app, head, input);
    await invite(head, { email: "three@oakfold.example" });
    const ended = await lastSecret(app);
    app.clock.advance({ days: 14 });
    const never = "0".repeat(50);
    const answers = [secret, withdrawn, ended, never, "x", ""].map((one) => view(app, one));
    for (const answer of await Promise.all(answers)) {
      expect(answer).toEqual({ ok: false, problem: "gone" });
    }
  });

  it("works until the last moment of 14 days", async () => {
    const { app, secret } = await aLink();
    app.clock.advance({ days: 14, seconds: -1 });
    expect((await view(app, secret)).ok).toBe(true);
  });

  it("stops when the invitation is sent again, and the new one works", async () => {
    const { app, head, urn, secret } = await aLink();
    const [row] = await app.db.read.select().from(invitations);
    const input = { urn, invitationId: row?.id ?? "", change: "send-again" as const };
    await changeSchoolInvitation(app, head, input);
    expect(await accept(app, secret)).toEqual({ ok: false, problem: "gone" });
    expect((await accept(app, await lastSecret(app))).ok).toBe(true);
  });

  it("makes whoever guesses wait: brute force", async () => {
    const { app, secret } = await aLink();
    const guess = (n: number) => view(app, n.toString(16).padStart(50, "0"));
    for (let n = 0; n < 30; n += 1) await guess(n);
    expect(await guess(30)).toEqual({ ok: false, problem: "too-many" });
    expect(await view(app, secret)).toEqual({ ok: false, problem: "too-many" });
    expect((await view(app, secret, "192.0.2.2")).ok).toBe(true);
  });

  it("of a known address asks its person to sign in, and takes no password", async () => {
    const { app, invite, head, coordinator } = await aTeam();
    await invite(head, { email: coordinator.email, role: "governor" });
    const secret = await lastSecret(app);
    expect(await view(app, secret)).toMatchObject({ value: { standing: "sign-in" } });
    expect(await accept(app, secret)).toEqual({ ok: false, problem: "sign-in" });
    expect(await accept(app, secret, head)).toEqual({ ok: false, problem: "other-person" });
    expect(await accept(app, secret, coordinator)).toMatchObject({
      ok: true,
      value: { userId: coordinator.userId, isNew: false },
    });
  });

  it("is not accepted with a password that is easy to guess, and can be tried again", async () => {
    const { app, secret } = await aLink();
    const weak = { name: "", password: "password" };
    expect(await acceptInvitation(app, null, { secret, address, account: weak })).toEqual({
      ok: false,
      problem: { name: true, password: "too-short" },
    });
    expect((await accept(app, secret)).ok).toBe(true);
  });
});

describe("the team page", () => {
  it("shows names and roles to everyone, addresses and invitations to those who manage", async () => {
    const { app, school, urn, invite, head } = await aTeam();
    await invite(head);
    const governor = await anActor(app, {
      user: { name: "Joan Whitfield" },
      grants: [{ role: "governor", schoolId: school.id }],
    });
    const seen = await viewTeam(app, governor, { urn });
    expect(seen.people.map(({ name }) => name)).toEqual([
      "Helen Price",
      "Joan Whitfield",
      "Tom Okafor",
    ]);
    expect(seen.people.every(({ email }) => email === null)).toBe(true);
    expect(seen.invitations).toEqual([]);
    const managed = await viewTeam(app, head, { urn });
    expect(managed.invitations).toMatchObject([{ name: "Ada Mensah", expired: false }]);
    expect(managed.people.every(({ email }) => email !== null)).toBe(true);
  });

  it("lets the head alone help somebody who lost an authenticator app", async () => {
    const { app, urn, head, coordinator } = await aTeam();
    await anAuthenticator(app, head.userId);
    await anAuthenticator(app, coordinator.userId);
    const helped = async (actor: Actor) =>
      (await viewTeam(app, actor, { urn })).people.flatMap(({ mayHelp, userId }) =>
        mayHelp ? [userId] : [],
      );
    expect(await helped(head)).toEqual([coordinator.userId]);
    expect(await helped(coordinator)).toEqual([]);
  });
});
