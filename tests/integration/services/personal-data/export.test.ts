import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { argon2Passwords } from "~/auth/password.server";
import { queueMail } from "~/services/mail/queue-mail.server";
import { eraseOwnAccount } from "~/services/personal-data/erase-own-account.server";
import { askOwnData, takeOwnData } from "~/services/personal-data/export-own.server";
import {
  eraseOnRequest,
  findSubject,
  giveData,
  takeSubjectData,
} from "~/services/personal-data/export-requests.server";
import { insertAudit } from "~db/queries/audit";
import {
  auditEntries,
  grants,
  invitations,
  mails,
  retentionErasures,
  reviewerInterests,
  users,
} from "~db/schema";
import { PASSWORD } from "~tests/support/accounts";
import { anOrganisation } from "~tests/support/factories/places";
import { aReviewer } from "~tests/support/factories/visits";
import { anActor } from "~tests/support/factories/people";
import { aResponse } from "~tests/support/factories/rounds";
import { aSave } from "~tests/support/factories/worlds";
import { aSigningSchool } from "../../signing/signing-school";

const proof = { password: PASSWORD, address: "192.0.2.7" };
const SECRET = "What only our own team knows";

/** A colleague who wrote in a private self-review, and a manager of the authority. */
async function aWorkingColleague() {
  const place = await aSigningSchool();
  const { app, colleague, school, version, owner } = place;
  const own = await aResponse(app, { schoolId: school.id, versionId: version.id });
  await aSave(app, {
    responseId: own.id,
    userId: colleague.userId,
    key: "A1",
    commentary: SECRET,
  });
  await app.db.transact((tx) =>
    insertAudit(tx, {
      id: app.newId(),
      at: app.clock.now(),
      actorId: colleague.userId,
      event: "response.private-started",
      schoolId: school.id,
      subjectKind: "response",
      subjectId: own.id,
    }),
  );
  const passwordHash = await argon2Passwords.hash(PASSWORD);
  const manager = await anActor(app, {
    user: { name: "Ola Berg", passwordHash },
    grants: [{ role: "manager", organisationId: owner.id }],
  });
  const leave = async () => {
    await app.db.transact(async (tx) => {
      await tx.update(grants).set({ to: "2026-11-01" }).where(eq(grants.userId, colleague.userId));
    });
    return { ...colleague, grants: [] };
  };
  const copyOf = async (actor = colleague, format = "json") => {
    const asked = await askOwnData(app, actor, proof);
    if (!asked.ok) throw new Error(asked.problem.code);
    return takeOwnData(app, actor, { key: asked.value.key, format });
  };
  const fields = { userId: colleague.userId, how: "letter", asked: "2026-11-20" };
  return { ...place, manager, leave, copyOf, request: { key: owner.key, fields, proof } };
}

describe("a copy of one's own data", () => {
  it("holds account, roles, acts, answers and nobody else's name", async () => {
    const { copyOf, colleague, senco, head, school } = await aWorkingColleague();
    const { text, type, fileName } = await copyOf();
    expect(type).toBe("application/json");
    expect(fileName).toBe("data-2026-11-24.json");
    expect(text).toContain(colleague.email);
    expect(text).toContain(school.name);
    expect(text).toContain(SECRET);
    expect(text).toContain("You started a private self-review");
    for (const other of [senco, head]) {
      expect(text).not.toContain(other.name);
      expect(text).not.toContain(other.email);
    }
  });

  it("holds nothing of whoever had the address before", async () => {
    const { app, copyOf, colleague, school, leave } = await aWorkingColleague();
    const at = app.clock.now();
    const before = await anActor(app, { user: { name: "Wilma Before" } });
    await app.db.transact(async (tx) => {
      await queueMail(tx, {
        id: app.newId(),
        template: "account-going",
        data: { goesOn: "2026-12-24", path: "/account" },
        to: { userId: before.userId, email: colleague.email, name: before.name },
        at,
      });
      await tx.insert(invitations).values({
        id: app.newId(),
        hash: "h",
        ...{ name: before.name, email: colleague.email, emailNormal: colleague.email },
        ...{ role: "governor", schoolId: school.id, from: "2026-09-01", invitedBy: before.userId },
        ...{ createdAt: at, sentAt: at, sends: 1, expiresAt: at, acceptedAt: at },
        ...{ acceptedBy: before.userId, version: 1 },
      });
    });
    const { text } = await copyOf();
    expect(text).not.toContain("Wilma");
    expect(text).not.toContain("account going");
    await eraseOwnAccount(app, await leave(), { proof, sure: true });
    expect(await app.db.read.select().from(mails)).toMatchObject([{ userId: before.userId }]);
    expect(await app.db.read.select().from(invitations)).toHaveLength(1);
  });

  it("is a page to read, too", async () => {
    const { copyOf } = await aWorkingColleague();
    const { text, type } = await copyOf(undefined, "html");
    expect(type).toBe("text/html");
    expect(text).toContain(SECRET);
    expect(text).toContain("Where your number stands");
  });

  it("tells somebody who has left what they did and when, and not the school's words", async () => {
    const { copyOf, leave } = await aWorkingColleague();
    const { text } = await copyOf(await leave());
    expect(text).not.toContain(SECRET);
    expect(text).toContain("You started a private self-review");
    expect(text).toContain('"key": "A1"');
  });

  it("asks who it is first, and its key opens for nobody else and for ten minutes", async () => {
    const { app, colleague, senco } = await aWorkingColleague();
    const wrong = { ...proof, password: "not mine" };
    expect(await askOwnData(app, colleague, wrong)).toEqual({
      ok: false,
      problem: { code: "wrong" },
    });
    const asked = await askOwnData(app, colleague, proof);
    const key = asked.ok ? asked.value.key : "";
    const format = "json";
    await expect(takeOwnData(app, senco, { key, format })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(takeOwnData(app, colleague, { key: "AAAA", format })).rejects.toMatchObject({
      code: "not-found",
    });
    app.clock.advance({ minutes: 11 });
    await expect(takeOwnData(app, colleague, { key, format })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("is in the record", async () => {
    const { app, copyOf, colleague } = await aWorkingColleague();
    await copyOf();
    const entries = await app.db.read
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.event, "account.data-given"));
    expect(entries).toMatchObject([{ actorId: colleague.userId, data: '{"way":"own"}' }]);
  });
});

describe("a copy that a manager hands over", () => {
  it("is found by its address, only among people of the organisation", async () => {
    const { app, manager, colleague, owner } = await aWorkingColleague();
    const stranger = await anActor(app);
    const email = colleague.email.toUpperCase();
    expect(await findSubject(app, manager, { key: owner.key, email })).toMatchObject({
      userId: colleague.userId,
      mayErase: false,
    });
    expect(await findSubject(app, manager, { key: owner.key, email: stranger.email })).toBeNull();
  });

  it("says nothing of what stands in the school's own self-reviews", async () => {
    const { app, manager, owner, request } = await aWorkingColleague();
    const given = await giveData(app, manager, request);
    const key = given.ok ? given.value.key : "";
    const asked = { organisation: owner.key, key, format: "json" };
    const { text } = await takeSubjectData(app, manager, asked);
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain("private");
    expect(text).toContain("worked in the school’s own pages");
  });

  it("tells neither what mails of the school were about nor what others keep in a register", async () => {
    const { app, manager, owner, request, colleague, school, copyOf } = await aWorkingColleague();
    const elsewhere = await anOrganisation(app, { name: "Elsewhere Council" });
    const entry = { userId: colleague.userId, post: "Seen by Elsewhere" };
    const { reviewer } = await aReviewer(app, { organisationId: elsewhere.id, ...entry });
    await app.db.transact(async (tx) => {
      const interest = { reviewerId: reviewer.id, schoolId: school.id, declaredOn: "2026-10-01" };
      await tx.insert(reviewerInterests).values(interest);
      await queueMail(tx, {
        id: app.newId(),
        template: "self-reviews-going",
        data: { schoolName: school.name, titles: ["Ours"], goesOn: "2026-12-24", path: "/account" },
        to: colleague,
        at: app.clock.now(),
        about: { schoolId: school.id },
      });
    });
    const given = await giveData(app, manager, request);
    const key = given.ok ? given.value.key : "";
    const asked = { organisation: owner.key, key, format: "json" };
    const { text } = await takeSubjectData(app, manager, asked);
    const own = (await copyOf()).text;
    for (const told of ["self reviews going", "Seen by Elsewhere", "2026-10-01"]) {
      expect(own).toContain(told);
      expect(text).not.toContain(told);
    }
  });

  it("leaves how and when the person asked in the record, and no words of theirs", async () => {
    const { app, manager, request, owner, colleague } = await aWorkingColleague();
    await giveData(app, manager, request);
    const entries = await app.db.read
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.event, "account.data-given"));
    expect(entries).toMatchObject([
      {
        actorId: manager.userId,
        subjectId: colleague.userId,
        organisationId: owner.id,
        data: '{"way":"letter","asked":"2026-11-20"}',
      },
    ]);
  });

  it("needs how and when, and who hands it over", async () => {
    const { app, manager, request } = await aWorkingColleague();
    const { fields } = request;
    const wrong = { ...fields, how: "phone", asked: "2026-11-25" };
    expect(await giveData(app, manager, { ...request, fields: wrong })).toMatchObject({
      problem: [{ field: "how" }, { field: "asked" }],
    });
    const unproven = { ...request, proof: { ...proof, password: "" } };
    expect(await giveData(app, manager, unproven)).toMatchObject({
      problem: [{ field: "proof", code: "password-missing" }],
    });
  });

  it("is not given by officers, heads or a manager of somewhere else", async () => {
    const { app, officer, head, request } = await aWorkingColleague();
    await expect(giveData(app, officer, request)).rejects.toMatchObject({ code: "forbidden" });
    await expect(giveData(app, head, request)).rejects.toMatchObject({ code: "not-found" });
  });

  it("is not a way round one's own account page", async () => {
    const { app, manager, request } = await aWorkingColleague();
    const fields = { ...request.fields, userId: manager.userId };
    await expect(giveData(app, manager, { ...request, fields })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("erasing on request", () => {
  it("waits until the person has no role left", async () => {
    const { app, manager, request, leave, colleague } = await aWorkingColleague();
    await expect(eraseOnRequest(app, manager, request)).rejects.toMatchObject({
      code: "forbidden",
    });
    await leave();
    expect(await eraseOnRequest(app, manager, request)).toEqual({ ok: true, value: null });
    expect(await app.db.read.select().from(retentionErasures)).toMatchObject([
      { userId: colleague.userId, way: "manager" },
    ]);
    const [row] = await app.db.read.select().from(users).where(eq(users.id, colleague.userId));
    expect(row?.name).toBe("A colleague who has left");
    await expect(giveData(app, manager, request)).rejects.toMatchObject({ code: "not-found" });
  });
});
