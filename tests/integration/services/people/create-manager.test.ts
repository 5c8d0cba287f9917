import { describe, expect, it } from "vitest";
import { argon2Passwords } from "~/auth/password.server";
import { createManager } from "~/services/people/create-manager.server";
import { listUnlinkedEntries } from "~db/queries/audit";
import { findOrganisationByKey } from "~db/queries/organisations";
import { findUserByEmail, grantsInForce } from "~db/queries/people";
import { aTestApp } from "~tests/support/test-app";

const INPUT = {
  organisation: { key: "kent", name: "Kent County Council", kind: "authority" },
  name: "Hannah Osei",
  email: "Hannah.Osei@example.org",
  password: "a long walk by the sea",
} as const;

describe("making a manager from the console", () => {
  it("makes organisation, account and role, and writes it in the audit without the password", async () => {
    const app = await aTestApp();
    const made = await createManager(app, INPUT);
    expect(made).toMatchObject({ ok: true, value: { newOrganisation: true, newAccount: true } });
    const user = await findUserByEmail(app.db.read, "hannah.osei@example.org");
    expect(user?.name).toBe("Hannah Osei");
    expect(await argon2Passwords.verify(user?.passwordHash ?? "", INPUT.password)).toBe(true);
    const kent = await findOrganisationByKey(app.db.read, "kent");
    const grants = await grantsInForce(app.db.read, user?.id ?? "", "2026-11-24");
    expect(grants).toMatchObject([{ role: "manager", organisationId: kent?.id, schoolId: null }]);
    const [entry] = await listUnlinkedEntries(app.db.read, 10);
    expect(entry).toMatchObject({ event: "grant.given", subjectId: user?.id, actorId: null });
    expect(JSON.stringify(entry)).not.toContain(INPUT.password);
  });

  it("keeps the password of an account that is there, and the organisation as it stands", async () => {
    const app = await aTestApp();
    await createManager(app, INPUT);
    const organisation = { key: "nhs", name: "NHS Kent and Medway", kind: "health" } as const;
    const again = { ...INPUT, organisation, password: "another long walk" };
    expect(await createManager(app, again)).toMatchObject({
      ok: true,
      value: { newAccount: false },
    });
    const user = await findUserByEmail(app.db.read, INPUT.email);
    expect(await argon2Passwords.verify(user?.passwordHash ?? "", INPUT.password)).toBe(true);
  });

  it("says so when the person is a manager there already", async () => {
    const app = await aTestApp();
    await createManager(app, INPUT);
    expect(await createManager(app, INPUT)).toEqual({ ok: false, problem: "already-manager" });
  });

  it.each([
    ["too-short", "short"],
    ["is-email", "hannah.osei@example.org"],
  ])("refuses a password that is %s, and makes nothing", async (problem, password) => {
    const app = await aTestApp();
    expect(await createManager(app, { ...INPUT, password })).toEqual({ ok: false, problem });
    expect(await findOrganisationByKey(app.db.read, "kent")).toBeUndefined();
  });
});
