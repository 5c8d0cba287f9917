import { describe, expect, test } from "vitest";
import { BLANK_SUPPORT, type TypedSupport } from "~/domain/support/typed-support";
import { readSupportFilter } from "~/forms/support";
import { addSupport, changeSupport, retireSupport } from "~/services/support/change-support.server";
import { viewDesk, viewSupport } from "~/services/support/view-desk.server";
import { applySupport, previewSupport, supportCsv } from "~/services/support/support-csv.server";
import { auditEntries } from "~db/schema";
import { anActor } from "~tests/support/factories/people";
import { anOrganisation } from "~tests/support/factories/places";
import { aStoredSupport } from "~tests/support/factories/support";
import { aSchoolInARound } from "~tests/support/factories/worlds";
import { aTestApp } from "~tests/support/test-app";

async function aDesk() {
  const app = await aTestApp();
  const world = await aSchoolInARound(app);
  const { organisation, version } = world;
  const { key, id: organisationId } = organisation;
  const officer = await anActor(app, {
    user: { name: "Hannah Osei" },
    grants: [{ role: "officer", organisationId }],
  });
  const course: TypedSupport = {
    ...BLANK_SUPPORT,
    questionnaire: version.questionnaireKey,
    title: "Checking need types",
    statements: "A1",
    dates: "26 January 2099, 15:45, Online",
    telephone: "+44 1632 960127",
  };
  const add = async (over: Partial<TypedSupport> = {}) => {
    const added = await addSupport(app, officer, { key, typed: { ...course, ...over } });
    if (!added.ok) throw new Error(JSON.stringify(added.problem));
    return added.value.id;
  };
  const list = async (query = "") => {
    const filter = readSupportFilter(new URLSearchParams(query));
    return (await viewDesk(app, officer, { key, filter })).lines.map(({ title }) => title);
  };
  const events = async () =>
    (await app.db.read.select().from(auditEntries)).map(({ event }) => event);
  return { app, ...world, key, officer, course, add, list, events };
}

describe("the help an organisation offers", () => {
  test("is added by an officer, and listed as the address asks", async () => {
    const { app, version, add, list, events } = await aDesk();
    await add();
    await add({ kind: "contact", title: "Teaching service", dates: "", statements: "A2" });
    const { questionnaireId } = version;
    const validTo = "2020-01-01";
    await aStoredSupport(app, { questionnaireId, title: "Long over", validTo });
    expect(await list()).toEqual(["Checking need types", "Teaching service"]);
    expect(await list("kind=contact")).toEqual(["Teaching service"]);
    expect(await list("statement=a1&shows=all")).toEqual(["Checking need types", "Long over"]);
    expect(await list("shows=past")).toEqual(["Long over"]);
    expect(await list("words=teach")).toEqual(["Teaching service"]);
    expect(await events()).toEqual(["support.added", "support.added"]);
  });

  test("keeps what an entry said before each change, and shows both texts to who was slower", async () => {
    const { app, key, officer, course, add } = await aDesk();
    const at = { key, entryId: await add() };
    const change = (title: string, version: number) =>
      changeSupport(app, officer, { ...at, typed: { ...course, title }, version });
    expect(await change("Need types, checked", 1)).toEqual({ ok: true, value: null });
    expect(await change("Something else", 1)).toMatchObject({
      ok: false,
      problem: { kind: "conflict", version: 2, stands: { title: "Need types, checked" } },
    });
    const view = await viewSupport(app, officer, at);
    expect(view.history).toMatchObject([
      {
        by: "Hannah Osei",
        fields: [{ field: "Name", before: "Checking need types", after: "Need types, checked" }],
      },
    ]);
  });

  test("leaves the list when it is taken off, and comes back", async () => {
    const { app, key, officer, add, list, events } = await aDesk();
    const at = { key, entryId: await add() };
    await retireSupport(app, officer, { ...at, retire: true });
    expect(await list()).toEqual([]);
    expect(await list("shows=retired")).toEqual(["Checking need types"]);
    await retireSupport(app, officer, { ...at, retire: false });
    expect(await list()).toEqual(["Checking need types"]);
    expect(await events()).toEqual(["support.added", "support.retired", "support.brought-back"]);
  });

  test("is not found by another organisation, by a school, or by a role for another questionnaire", async () => {
    const { app, key, head, add, organisation } = await aDesk();
    const at = { key, entryId: await add() };
    const other = await anOrganisation(app);
    const stranger = await anActor(app, {
      grants: [{ role: "officer", organisationId: other.id }],
    });
    const nurse = await anActor(app, {
      grants: [{ role: "officer", organisationId: organisation.id, questionnaireKey: "asthma" }],
    });
    for (const actor of [stranger, head, nurse]) {
      await expect(viewSupport(app, actor, at)).rejects.toMatchObject({ code: "not-found" });
    }
    const underOther = { key: other.key, entryId: at.entryId };
    await expect(viewSupport(app, stranger, underOther)).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("help as a spreadsheet", () => {
  test("goes out and comes in again without changing anything", async () => {
    const { app, key, officer, add } = await aDesk();
    await add({ statements: "A1; A2", dates: "26 January 2099; 27 January 2099" });
    const { text } = await supportCsv(app, officer, key);
    const preview = await previewSupport(app, officer, { key, csv: text });
    expect(preview).toMatchObject({
      ok: true,
      value: { ready: 0, lines: [{ line: 2, does: "nothing", problems: [] }] },
    });
  });

  test("adds and changes what the preview showed, and names line and column of what it cannot", async () => {
    const { app, key, officer, add, list, version } = await aDesk();
    const id = await add();
    const csv = [
      "Reference,Questionnaire,Kind,Name,Statements,Dates,E-mail,Telephone",
      `${id},${version.questionnaireKey},course,Need types,A1,"26 January 2099, 15:45, Online",,+44 1632 960127`,
      `,${version.questionnaireKey},contact,Teaching service,A2,,teaching@wealdshire.example,`,
      `,${version.questionnaireKey},contact,Nobody,Z9,,nobody,`,
      `gone,${version.questionnaireKey},contact,Lost,A1,,teaching@wealdshire.example,`,
    ].join("\n");
    const preview = await previewSupport(app, officer, { key, csv });
    const lines = preview.ok ? preview.value.lines : [];
    expect(lines.map(({ line, does }) => [line, does])).toEqual([
      [2, "change"],
      [3, "add"],
      [4, "left-out"],
      [5, "left-out"],
    ]);
    expect(lines[0]?.changes).toEqual(["Name"]);
    expect(lines[2]?.problems.map(({ column }) => column)).toEqual(["E-mail", "Statements"]);
    expect(lines[3]?.problems.map(({ column }) => column)).toEqual(["Reference"]);
    expect(await list()).toEqual(["Checking need types"]);
    const applied = await applySupport(app, officer, { key, csv, lines: [2, 3] });
    expect(applied).toEqual({ ok: true, value: { entries: 2 } });
    expect(await list()).toEqual(["Need types", "Teaching service"]);
  });

  test.each([
    ["Reference,Kind\n", "Choose a file with at least one entry under its first line"],
    ["Kind,Name\ncourse,One", "Line 1: there is no column Questionnaire, Statements"],
    ['Questionnaire,Kind,Name,Statements\nq,course,"One,A1', "Line 2: this is not a CSV file"],
  ])("says where a file cannot be read", async (csv, problem) => {
    const { app, key, officer } = await aDesk();
    expect(await previewSupport(app, officer, { key, csv })).toEqual({ ok: false, problem });
  });
});
