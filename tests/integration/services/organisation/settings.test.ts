import { describe, expect, it } from "vitest";
import { typedOf, type TypedSettings } from "~/domain/organisation/settings";
import { mailContact } from "~/services/mail/mail-contact.server";
import { organisationsForSignIn } from "~/services/organisation/for-sign-in.server";
import { readLogoFile, removeLogo, setLogo } from "~/services/organisation/logo.server";
import { roundDefaults } from "~/services/organisation/round-defaults.server";
import { changeSettings, viewSettings } from "~/services/organisation/settings.server";
import { openRound } from "~/services/rounds/open-round.server";
import { auditEntries, rounds } from "~db/schema";
import { aPng } from "~tests/support/files/pictures";
import { anActor } from "~tests/support/factories/people";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { aPublishedVersion } from "~tests/support/factories/questionnaires";
import { aTestApp } from "~tests/support/test-app";

async function aManager() {
  const app = await aTestApp();
  const organisation = await anOrganisation(app, { key: "wealdshire" });
  const organisationId = organisation.id;
  const manager = await anActor(app, { grants: [{ role: "manager", organisationId }] });
  const view = () => viewSettings(app, manager, "wealdshire");
  const typed = async (over: TypedSettings = {}): Promise<TypedSettings> => ({
    ...typedOf("contact", (await view()).settings),
    ...over,
  });
  const change = (version: number, given: TypedSettings) =>
    changeSettings(app, manager, { key: "wealdshire", group: "contact", version, typed: given });
  const events = async () =>
    (await app.db.read.select().from(auditEntries).orderBy(auditEntries.id)).map(
      ({ event, data }) => [event, data],
    );
  return { app, organisation, organisationId, manager, view, typed, change, events };
}

describe("settings of an organisation", () => {
  it("are changed by a manager, and the record says which fields, not what stands in them", async () => {
    const { change, typed, view, events } = await aManager();
    const given = await typed({ name: "Wealdshire Council", telephone: "01632 960127" });
    expect(await change(1, given)).toEqual({ ok: true, value: null });
    expect(await view()).toMatchObject({
      version: 2,
      settings: { name: "Wealdshire Council", telephone: "01632 960127" },
    });
    const [[event, data] = []] = await events();
    expect(event).toBe("organisation.settings-changed");
    expect(JSON.stringify(data)).toContain("name telephone");
    expect(JSON.stringify(data)).not.toContain("960127");
  });

  it("write nothing where nothing differs", async () => {
    const { change, typed, view, events } = await aManager();
    expect((await change(1, await typed())).ok).toBe(true);
    expect((await view()).version).toBe(1);
    expect(await events()).toEqual([]);
  });

  it("show what stands where somebody else was first, and can then be saved over it knowingly", async () => {
    const { change, typed, view } = await aManager();
    const mine = await typed({ name: "Mine" });
    await change(1, await typed({ name: "Theirs" }));
    const refusedOne = await change(1, mine);
    expect(refusedOne).toMatchObject({
      ok: false,
      problem: { kind: "conflict", version: 2, stands: { name: "Theirs" } },
    });
    expect((await view()).settings.name).toBe("Theirs");
    expect((await change(2, mine)).ok).toBe(true);
    expect((await view()).settings.name).toBe("Mine");
  });

  it("are changed once where two save at the same moment", async () => {
    const { change, typed, events } = await aManager();
    const given = await Promise.all(["One", "Two", "Three"].map((name) => typed({ name })));
    const answers = await Promise.all(given.map((one) => change(1, one)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await events()).toHaveLength(1);
  });

  it("are nobody else's", async () => {
    const { app, organisationId } = await aManager();
    const other = await anOrganisation(app, { key: "northmoor" });
    const officer = await anActor(app, { grants: [{ role: "officer", organisationId }] });
    const limited = await anActor(app, {
      grants: [{ role: "manager", organisationId, questionnaireKey: "asthma-friendly" }],
    });
    const foreign = await anActor(app, { grants: [{ role: "manager", organisationId: other.id }] });
    for (const [actor, code] of [
      [officer, "forbidden"],
      [limited, "forbidden"],
      [foreign, "not-found"],
    ] as const) {
      const input = { key: "wealdshire", group: "contact" as const, version: 1, typed: {} };
      await expect(viewSettings(app, actor, "wealdshire")).rejects.toMatchObject({ code });
      await expect(changeSettings(app, actor, input)).rejects.toMatchObject({ code });
      const logo = { key: "wealdshire", file: aPng(), alt: "x" };
      await expect(setLogo(app, actor, logo)).rejects.toMatchObject({ code });
      await expect(removeLogo(app, actor, logo)).rejects.toMatchObject({ code });
    }
  });
});

describe("a new round", () => {
  it("begins with what the organisation has set, and keeps it", async () => {
    const { app, organisationId, manager } = await aManager();
    const { id: versionId } = await aPublishedVersion(app, { organisationId });
    const open = async (over: object = {}) => {
      const round = {
        organisationId,
        versionId,
        title: "Round",
        sections: null,
        chooseAtLeast: null,
        opensOn: "2026-11-24",
        firstDeadline: null,
        finalDeadline: null,
        rolling: true,
        validityMonths: null,
        governorSigns: true,
        demonstration: false,
        sharedWith: [],
        ...over,
      };
      await openRound(app, { round, schoolIds: [] });
      return (await app.db.read.select().from(rounds).orderBy(rounds.id)).at(-1);
    };
    const change = (group: "declarations" | "figures", version: number, typed: TypedSettings) =>
      changeSettings(app, manager, { key: "wealdshire", group, version, typed });
    const first = await open();
    expect(first).toMatchObject({ governorDeclaration: null, trainingThreshold: null });
    expect(first?.declaration).toContain("To the best of my knowledge");
    const head = "I stand by every word of this self-review.";
    const governor = "The governors have talked about it with us.";
    await change("declarations", 1, { headDeclaration: head, governorDeclaration: governor });
    await change("figures", 2, { trainingThreshold: "90", trainingGate: "yes", replyDays: "15" });
    expect(await open()).toMatchObject({
      declaration: head,
      governorDeclaration: governor,
      trainingThreshold: 90,
      trainingGate: true,
    });
    expect(await open({ trainingThreshold: 85 })).toMatchObject({ trainingThreshold: 85 });
    const [kept] = await app.db.read.select().from(rounds).orderBy(rounds.id);
    expect(kept?.declaration).toBe(first?.declaration);
    expect(await roundDefaults(app, { organisationId })).toMatchObject({ declaration: head });
  });
});

describe("a logo", () => {
  const key = "wealdshire";

  it("is kept as it was drawn anew, shown with its words, and taken away", async () => {
    const { app, manager, view, events } = await aManager();
    const set = { key, file: aPng(), alt: " Wealdshire   Council " };
    expect(await setLogo(app, manager, set)).toEqual({ ok: true, value: null });
    const { logo } = (await view()).organisation;
    expect(logo).toMatchObject({ width: 120, height: 40, alt: "Wealdshire Council" });
    const file = await readLogoFile(app, key);
    expect(file.content.equals(aPng())).toBe(true);
    expect(logo?.src).toBe(`/organisations/wealdshire/logo?v=${file.version}`);
    await setLogo(app, manager, { ...set, file: aPng({ width: 60 }) });
    expect((await readLogoFile(app, key)).version).not.toBe(file.version);
    await removeLogo(app, manager, { key });
    await removeLogo(app, manager, { key });
    await expect(readLogoFile(app, key)).rejects.toMatchObject({ code: "not-found" });
    expect((await events()).map(([event]) => event)).toEqual([
      "organisation.logo-changed",
      "organisation.logo-changed",
      "organisation.logo-removed",
    ]);
  });

  it("may be given other words without another picture", async () => {
    const { app, manager, view } = await aManager();
    expect(await setLogo(app, manager, { key, file: null, alt: "W" })).toMatchObject({
      problem: "none",
    });
    await setLogo(app, manager, { key, file: aPng(), alt: "W" });
    expect((await setLogo(app, manager, { key, file: null, alt: "Wealdshire" })).ok).toBe(true);
    expect((await view()).organisation.logo).toMatchObject({ alt: "Wealdshire", width: 120 });
  });

  it.each([
    ["no words", aPng(), " ", "alt"],
    ["too many words", aPng(), "x".repeat(121), "alt"],
    ["another kind of file", Buffer.from("<svg/>"), "W", "kind"],
  ])("is refused with %s", async (_what, file, alt, problem) => {
    const { app, manager, events } = await aManager();
    expect(await setLogo(app, manager, { key, file, alt })).toEqual({ ok: false, problem });
    expect(await events()).toEqual([]);
  });
});

describe("what others see of an organisation", () => {
  it("on the sign-in page is its logo, and its contact only where it chose so", async () => {
    const { app, manager, change, typed } = await aManager();
    expect(await organisationsForSignIn(app)).toEqual([]);
    await setLogo(app, manager, { key: "wealdshire", file: aPng(), alt: "W" });
    expect(await organisationsForSignIn(app)).toMatchObject([
      { logo: { alt: "W" }, contact: null },
    ]);
    await change(1, await typed({ contactOnSignIn: "yes" }));
    expect(await organisationsForSignIn(app)).toMatchObject([
      { contact: { email: "inclusion@wealdshire.example" } },
    ]);
  });

  it("under a mail is the contact of the council, or of the organisation itself", async () => {
    const { app, organisationId } = await aManager();
    const health = await anOrganisation(app, { kind: "health", contactName: "Ali Reza" });
    const school = await aSchool(app, { coveredBy: [health.id, organisationId] });
    const at = (schoolId: string | null, organisation: string | null) =>
      mailContact(app, { schoolId, organisationId: organisation });
    expect(await at(school.id, null)).toMatchObject({ name: "Inclusion team" });
    expect(await at(null, health.id)).toMatchObject({ name: "Ali Reza" });
    expect(await at(null, null)).toBeNull();
    expect(await at((await aSchool(app)).id, null)).toBeNull();
  });
});
