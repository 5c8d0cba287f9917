import { describe, expect, test } from "vitest";
import { readRegisterFilter } from "~/forms/reviewer";
import {
  addReviewer,
  changeReviewer,
  endReviewer,
  noteAssurance,
} from "~/services/reviewers/change-register.server";
import { changeInterests } from "~/services/reviewers/interests.server";
import { loadReviewer } from "~/services/reviewers/load-reviewer.server";
import {
  changeOwnInterests,
  changeOwnOffer,
  viewOwnRegister,
} from "~/services/reviewers/own-register.server";
import { reviewerPaper } from "~/services/reviewers/reviewer-paper.server";
import { viewNewReviewer, viewRegister } from "~/services/reviewers/view-register.server";
import { viewReviewer } from "~/services/reviewers/view-reviewer.server";
import { auditEntries } from "~db/schema";
import { anActor } from "~tests/support/factories/people";
import { aSchool } from "~tests/support/factories/places";
import { aRoundToMatch } from "~tests/support/factories/matching-round";
import { aTestApp } from "~tests/support/test-app";

const KEY = "wealdshire";
const EVERYBODY = readRegisterFilter(new URLSearchParams());

async function aRegister() {
  const app = await aTestApp();
  const world = await aRoundToMatch(app);
  const { manager, people } = world;
  const reviewerId = people.ruth.reviewer.id;
  const at = { key: KEY, reviewerId };
  const view = () => viewReviewer(app, manager, { ...at, query: "" });
  const events = async () =>
    (await app.db.read.select().from(auditEntries)).map(({ event }) => event);
  return { app, ...world, at, view, events };
}

describe("the register of reviewers", () => {
  test("lists everybody with visits, accreditation and assurance, and filters by address", async () => {
    const { app, manager, reviewer } = await aRegister();
    await reviewer("Huw Rees", { accreditedUntil: "2026-10-31", assuredOn: null });
    const list = (query: string) =>
      viewRegister(app, manager, {
        key: KEY,
        filter: readRegisterFilter(new URLSearchParams(query)),
      });
    const all = await list("");
    expect(all.rows.map(({ name }) => name)).toEqual([
      "Grace Mensah",
      "Huw Rees",
      "Łukasz Nowak",
      "Ruth Adeyemi",
    ]);
    expect(all.rows[1]).toMatchObject({ accreditation: "over", offered: 2, taken: 0 });
    const names = async (query: string) => (await list(query)).rows.map(({ name }) => name);
    expect(await names("shows=over")).toEqual(["Huw Rees"]);
    expect(await names("shows=not-assured")).toEqual(["Huw Rees"]);
    expect(await names("name=ade")).toEqual(["Ruth Adeyemi"]);
    expect(await names("phase=S")).toEqual([]);
  });

  test("takes in somebody with the role, of a school in another authority too", async () => {
    const { app, organisationId, manager, view } = await aRegister();
    const grants = [{ role: "reviewer" as const, organisationId }];
    const nadia = await anActor(app, { user: { name: "Nadia Hussain" }, grants });
    const form = await viewNewReviewer(app, manager, KEY);
    expect(form.people.map(({ value }) => value)).toEqual([nadia.userId]);
    const { typed: known } = await view();
    const typed = {
      ...known,
      homeUrn: "",
      homeSchoolName: "Gravelsea Nursery",
      homeAuthority: "Medway",
      trustStanding: "not-recorded",
    };
    const asked = { key: KEY, userId: nadia.userId };
    const refused = await addReviewer(app, manager, {
      ...asked,
      typed: { ...typed, homeAuthority: "", visitsOffered: "13" },
    });
    expect(refused).toMatchObject({
      problem: { problems: [{ field: "homeAuthority" }, { field: "visitsOffered" }] },
    });
    const added = await addReviewer(app, manager, { ...asked, typed });
    const { rows } = await viewRegister(app, manager, { key: KEY, filter: EVERYBODY });
    expect(added.ok).toBe(true);
    expect(rows.find(({ name }) => name === "Nadia Hussain")).toMatchObject({
      homeSchoolName: "Gravelsea Nursery",
      homeAuthority: "Medway",
    });
  });

  test("keeps what two managers changed apart: the second sees both texts", async () => {
    const { app, manager, at, view, events } = await aRegister();
    const { typed, version } = await view();
    const change = (post: string) =>
      changeReviewer(app, manager, { ...at, version, typed: { ...typed, post } });
    expect((await change("SENCO")).ok).toBe(true);
    const second = await change("deputy head");
    expect(second).toMatchObject({ problem: { kind: "conflict", version: version + 1 } });
    expect(second.ok ? null : second.problem).toMatchObject({ stands: { post: "SENCO" } });
    expect((await events()).filter((event) => event === "reviewer.changed")).toHaveLength(1);
  });

  test("notes on which day and by whom identity and DBS check were seen, never a day to come", async () => {
    const { app, manager, at, view } = await aRegister();
    const early = await noteAssurance(app, manager, { ...at, seenOn: "1 12 2026" });
    expect(early).toEqual({ ok: false, problem: "Enter a day that is not to come" });
    await noteAssurance(app, manager, { ...at, seenOn: "20 11 2026" });
    expect((await view()).assured).toEqual({ on: "2026-11-20", by: "Graham Pike" });
  });

  test("ends a role and keeps the entry; whoever is gone is not matched any more", async () => {
    const { app, manager, at, view } = await aRegister();
    await endReviewer(app, manager, at);
    const { rows, ended } = await viewRegister(app, manager, { key: KEY, filter: EVERYBODY });
    expect(rows.map(({ name }) => name)).not.toContain("Ruth Adeyemi");
    expect(ended.map(({ name }) => name)).toEqual(["Ruth Adeyemi"]);
    expect((await view()).active).toBe(false);
  });

  test("is for managers, and an entry of another organisation is not there", async () => {
    const { app, at, people, manager } = await aRegister();
    const ask = { key: KEY, filter: EVERYBODY };
    await expect(viewRegister(app, people.ruth.actor, ask)).rejects.toMatchObject({
      code: "not-found",
    });
    const other = { ...at, reviewerId: "01900000-0000-7000-8000-eeeeeeeeeeee", query: "" };
    await expect(viewReviewer(app, manager, other)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("interests", () => {
  test("are added once, taken off, and declared whole, with the day", async () => {
    const { app, manager, at, view, quarryHill, events } = await aRegister();
    const change = async (kind: "add" | "remove") => {
      const { row } = await loadReviewer(app, manager, at);
      const { urn } = quarryHill.school;
      await changeInterests(app, manager, { row, change: { kind, urn } });
    };
    await change("add");
    await change("add");
    expect((await view()).interests.interests).toMatchObject([
      { name: "Quarry Hill", declaredOn: "2026-11-24" },
    ]);
    await change("remove");
    expect((await view()).interests.interests).toEqual([]);
    expect(await events()).toEqual(["reviewer.interests-added", "reviewer.interests-removed"]);
  });
});

describe("what is held about a reviewer", () => {
  test("is shown to them, and their interests and visits offered are theirs to change", async () => {
    const { app, people, quarryHill } = await aRegister();
    const { actor, reviewer } = people.ruth;
    const own = { reviewerId: reviewer.id };
    const change = { kind: "add" as const, urn: quarryHill.school.urn };
    await changeOwnInterests(app, actor, { ...own, change });
    await changeOwnInterests(app, actor, { ...own, change: { kind: "declare" } });
    expect((await changeOwnOffer(app, actor, { ...own, typed: "4" })).ok).toBe(true);
    const most = await changeOwnOffer(app, actor, { ...own, typed: "13" });
    expect(most).toEqual({ ok: false, problem: "Enter a number of visits from 0 to 12" });
    const [entry] = await viewOwnRegister(app, actor, "");
    expect(entry).toMatchObject({
      offered: 4,
      taken: 0,
      organisation: "Wealdshire County Council",
    });
    expect(entry?.interests.words).toBe("1 school declared, 24 November 2026");
  });

  test("is nobody else's to read or to change", async () => {
    const { app, people } = await aRegister();
    const { actor } = people.grace;
    expect(await viewOwnRegister(app, actor, "")).toHaveLength(1);
    const theirs = { reviewerId: people.ruth.reviewer.id };
    const change = { ...theirs, change: { kind: "declare" as const } };
    await expect(changeOwnInterests(app, actor, change)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(changeOwnOffer(app, actor, { ...theirs, typed: "0" })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("the papers of a reviewer", () => {
  test("are printed for a manager and for the reviewer, and are found by nobody else", async () => {
    const { app, at, manager, people } = await aRegister();
    const letter = { ...at, paper: "letter" } as const;
    for (const actor of [manager, people.ruth.actor]) {
      const { bytes, fileName } = await reviewerPaper(app, actor, letter);
      expect(Buffer.from(bytes).subarray(0, 8).toString()).toBe("%PDF-1.7");
      expect(fileName).toBe("assurance-letter.pdf");
    }
    const certificate = { ...at, paper: "certificate" } as const;
    expect((await reviewerPaper(app, manager, certificate)).fileName).toBe("certificate.pdf");
    await expect(reviewerPaper(app, people.grace.actor, letter)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("do not assure what nobody has seen", async () => {
    const { app, manager, reviewer } = await aRegister();
    const { id } = (await reviewer("Huw Rees", { assuredOn: null })).reviewer;
    const asked = { key: KEY, reviewerId: id, paper: "letter" } as const;
    await expect(reviewerPaper(app, manager, asked)).rejects.toMatchObject({ code: "not-found" });
  });

  test("leave another organisation's register alone", async () => {
    const { app, at, people } = await aRegister();
    await aSchool(app);
    const elsewhere = { ...at, key: "nowhere", paper: "certificate" } as const;
    await expect(reviewerPaper(app, people.ruth.actor, elsewhere)).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
