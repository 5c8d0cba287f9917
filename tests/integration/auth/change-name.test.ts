import { describe, expect, it } from "vitest";
import { changeName } from "~/services/account/change-name.server";
import { findUser } from "~db/queries/people";
import { auditEntries } from "~db/schema";
import { anAccount, countingPasswords } from "~tests/support/accounts";
import { aTestApp } from "~tests/support/test-app";

async function aPerson() {
  const app = await aTestApp();
  const person = await anAccount(app, { passwords: countingPasswords() });
  const now = async () => (await findUser(app.db.read, person.userId))?.name;
  const rename = (name: string) => changeName(app, person, { name });
  const audited = () => app.db.read.select().from(auditEntries);
  return { rename, now, audited };
}

describe("changing one's name", () => {
  it("keeps it as read, and says in the record that it was, not what", async () => {
    const { rename, now, audited } = await aPerson();
    expect(await rename("  Priya   Shah-O’Neill ")).toEqual({ ok: true, value: null });
    expect(await now()).toBe("Priya Shah-O’Neill");
    expect(await audited()).toMatchObject([{ event: "account.name-changed" }]);
    expect(JSON.stringify(await audited())).not.toContain("Neill");
  });

  it("writes nothing where it is the same", async () => {
    const { rename, audited } = await aPerson();
    expect((await rename("Priya Shah")).ok).toBe(true);
    expect(await audited()).toEqual([]);
  });

  it.each(["", " ", "Priya 2", "<b>Priya</b>", "x".repeat(81)])("refuses %j", async (typed) => {
    const { rename, now } = await aPerson();
    expect(await rename(typed)).toEqual({ ok: false, problem: "not-a-name" });
    expect(await now()).toBe("Priya Shah");
  });
});
