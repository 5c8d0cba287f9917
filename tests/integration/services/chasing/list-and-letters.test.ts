import { describe, expect, test } from "vitest";
import { USUAL_LETTER } from "~/domain/chasing/letter-words";
import { EVERY_RETURN, type ReturnsFilter } from "~/domain/returns/list-returns";
import { previewLetters, sendLetters } from "~/services/chasing/write-letters.server";
import { viewLetters } from "~/services/chasing/view-letters.server";
import { returnsCsv } from "~/services/returns/returns-csv.server";
import { forgetList, keepList } from "~/services/returns/save-list.server";
import { viewReturns } from "~/services/returns/view-returns.server";
import { insertMail, settleMail } from "~db/queries/mails";
import { mails } from "~db/schema";
import { aSchool } from "~tests/support/factories/places";
import { aTestApp } from "~tests/support/test-app";
import { aCouncil } from "./a-council";

const BATCH = "01900000-0000-7000-8000-0000000000b1";

async function aList() {
  const app = await aTestApp();
  const council = await aCouncil(app);
  const { organisation, hannah, round } = council;
  const { key } = organisation;
  const list = (over: Partial<ReturnsFilter> = {}, actor = hannah) =>
    viewReturns(app, actor, { key, roundId: round.id, filter: { ...EVERY_RETURN, ...over } });
  const names = async (over: Partial<ReturnsFilter> = {}) =>
    (await list(over)).rows.map(({ name }) => name);
  const to = (ids: string[]) => ({ key, roundId: round.id, chosen: { ids } });
  return { ...council, key, list, names, to };
}

describe("the list of returns", () => {
  test("begins with one's own districts, and shows the whole organisation when asked", async () => {
    const { school, names, list, manager } = await aList();
    await school("Brook Farm");
    await school("Elm Grove", { district: "Swale" });
    expect(await names()).toEqual(["Brook Farm"]);
    expect(await names({ district: "all" })).toEqual(["Brook Farm", "Elm Grove"]);
    expect((await list({}, manager)).rows).toHaveLength(2);
  });

  test("narrows by state, words, URN and being late, counts whatever the state, and sorts", async () => {
    const { app, school, names, list } = await aList();
    const brook = await school("Brook Farm");
    await school("Ash Lane", { state: "in-progress" });
    await school("Dale End", { state: "submitted" });
    expect(await names({ search: "FARM brook" })).toEqual(["Brook Farm"]);
    expect(await names({ search: brook.school.urn })).toEqual(["Brook Farm"]);
    expect(await names({ search: "100%" })).toEqual([]);
    expect(await names({ state: "in-progress" })).toEqual(["Ash Lane"]);
    expect(await names({ down: true })).toEqual(["Dale End", "Brook Farm", "Ash Lane"]);
    expect(await names({ sort: "state" })).toEqual(["Brook Farm", "Ash Lane", "Dale End"]);
    expect((await list({ state: "late" })).late).toBe(0);
    app.clock.set("2026-12-12T09:00:00.000Z");
    const late = await list({ state: "late" });
    expect(late).toMatchObject({ late: 2, invited: 3, found: 2 });
    expect(late.rows.map(({ name }) => name)).toEqual(["Ash Lane", "Brook Farm"]);
    expect(late.counts).toHaveLength(3);
  });

  test("keeps schools apart that are not invited", async () => {
    const { organisationId, school, list, app } = await aList();
    await school("Brook Farm");
    await aSchool(app, { name: "Later", district: "Thanet", coveredBy: [organisationId] });
    await aSchool(app, { name: "Elsewhere", district: "Swale", coveredBy: [organisationId] });
    app.clock.set("2027-03-01T09:00:00.000Z");
    expect(await list()).toMatchObject({ invited: 1, notInvited: 1, late: 1 });
    const { rows, mayWrite } = await list({ state: "not-invited" });
    expect(rows).toMatchObject([{ name: "Later", state: "not-invited", late: false, id: null }]);
    expect(mayWrite).toBe(false);
  });

  test("says who acts next, and gives the same rows as a file", async () => {
    const { app, school, list, hannah, key, round } = await aList();
    await school("Brook Farm");
    await school("Quiet", { joined: false });
    await school("Signed", { state: "submitted" });
    expect((await list()).rows.map(({ nextToAct }) => nextToAct)).toEqual([
      "Headteacher",
      "Nobody has joined",
      "You, to read it",
    ]);
    const filter = { ...EVERY_RETURN, state: "not-started" as const, down: true };
    const text = await returnsCsv(app, hannah, { key, roundId: round.id, filter });
    const lines = text.trim().split("\r\n").slice(1);
    expect(lines.map((line) => line.split(",")[1])).toEqual(["Quiet", "Brook Farm"]);
  });

  test("keeps lists under a name for whoever named them", async () => {
    const { app, list, hannah, kofi, key } = await aList();
    const kept = { key, name: " Thanet primaries ", query: "state=not-started" };
    await keepList(app, hannah, kept);
    await keepList(app, hannah, { ...kept, name: "Thanet primaries", query: "state=late" });
    const [own] = (await list()).choices.lists;
    expect(own).toMatchObject({ name: "Thanet primaries", query: "state=late" });
    expect((await list({}, kofi)).choices.lists).toEqual([]);
    await forgetList(app, kofi, { key, listId: own?.id ?? "" });
    expect((await list()).choices.lists).toHaveLength(1);
    await forgetList(app, hannah, { key, listId: own?.id ?? "" });
    expect((await list()).choices.lists).toEqual([]);
    expect(await keepList(app, hannah, { ...kept, name: " " })).toMatchObject({ ok: false });
  });
});

describe("letters to the schools chosen", () => {
  test("go to whoever is in charge, words filled in, once, and are noted as the last contact", async () => {
    const { app, school, hannah, to, list } = await aList();
    const brook = await school("Brook Farm");
    await school("Not chosen");
    const asked = to([brook.response.id]);
    const { letters } = await previewLetters(app, hannah, { ...asked, fields: USUAL_LETTER });
    expect(letters).toMatchObject([
      { name: "Brook Farm", subject: "Autumn review: Brook Farm", to: [{ instead: false }] },
    ]);
    expect(letters[0]?.paragraphs[0]).toContain("The deadline is Friday 11 December.");
    const sending = { ...asked, fields: USUAL_LETTER, batchId: BATCH };
    expect(await sendLetters(app, hannah, sending)).toMatchObject({ ok: true });
    await sendLetters(app, hannah, sending);
    const sent = await app.db.read.select().from(mails);
    expect(sent).toMatchObject([{ template: "letter", email: brook.head?.email }]);
    const [row] = (await list()).rows;
    expect(row?.lastContact?.words).toBe("24 November 2026, e-mail on its way, headteacher");
  });

  test("go to the office where an address came back or nobody has joined, and say what did not work", async () => {
    const { app, school, hannah, to, key } = await aList();
    const back = await school("Back");
    const quiet = await school("Quiet", { joined: false });
    const none = await school("Unreachable", { joined: false, officeEmail: null });
    const at = app.clock.now();
    const { userId = null, email = "" } = back.head ?? {};
    await app.db.transact(async (tx) => {
      const mail = { id: "bounced", template: "reminder" as const, data: {}, about: {}, at };
      await insertMail(tx, { ...mail, to: { userId, email, name: "" } });
      await settleMail(tx, { id: "bounced", state: "bounced", bounceCode: "550", at });
    });
    const ids = [back, quiet, none].map(({ response }) => response.id);
    const asked = { ...to(ids), fields: USUAL_LETTER };
    const { letters, unreached } = await previewLetters(app, hannah, asked);
    expect(letters.map((one) => one.to.map((address) => address.email))).toEqual([
      ["office@back.example"],
      ["office@quiet.example"],
    ]);
    expect(unreached.map(({ name }) => name)).toEqual(["Unreachable"]);
    await sendLetters(app, hannah, { ...asked, batchId: BATCH });
    const [first] = (await app.db.read.select().from(mails)).filter((one) => one.data !== null);
    await app.db.transact((tx) =>
      settleMail(tx, { id: first?.id ?? "", state: "bounced", bounceCode: "550", at }),
    );
    expect(await viewLetters(app, hannah, { key, batchId: BATCH })).toMatchObject({
      waiting: 1,
      notReached: [{ email: "office@back.example" }, { name: "Unreachable", email: null }],
    });
  });

  test("are refused with unknown words, a pupil number, no school, and asked about names", async () => {
    const { app, school, hannah, to } = await aList();
    const { response } = await school("Brook Farm");
    const problems = async (over: Partial<typeof USUAL_LETTER>, ids = [response.id]) => {
      const fields = { ...USUAL_LETTER, ...over };
      const sent = await sendLetters(app, hannah, { ...to(ids), fields, batchId: BATCH });
      return sent.ok ? [] : sent.problem.map(({ field, asks }) => asks ?? field);
    };
    expect(await problems({ text: "Dear {head}" })).toEqual(["text"]);
    expect(await problems({ text: "About H801200001001" })).toEqual(["text"]);
    expect(await problems({ subject: " " })).toEqual(["subject"]);
    expect(await problems({}, [])).toEqual(["schools"]);
    expect(await problems({ text: "Jayden needs a plan." })).toEqual(["names"]);
    expect(await app.db.read.select().from(mails)).toEqual([]);
  });

  test("leave out returns of another organisation, and are hidden from its officers", async () => {
    const { app, school, hannah, to, key } = await aList();
    const { response } = await school("Brook Farm");
    const other = await aCouncil(app, "northmoor");
    const foreign = await other.school("Foreign");
    const asked = { ...to([foreign.response.id]), fields: USUAL_LETTER };
    expect((await previewLetters(app, hannah, asked)).letters).toEqual([]);
    const across = { ...to([response.id]), key: "northmoor", fields: USUAL_LETTER };
    await expect(previewLetters(app, other.hannah, across)).rejects.toMatchObject({
      code: "not-found",
    });
    await sendLetters(app, hannah, { ...to([response.id]), fields: USUAL_LETTER, batchId: BATCH });
    await expect(
      viewLetters(app, other.hannah, { key: "northmoor", batchId: BATCH }),
    ).rejects.toMatchObject({ code: "not-found" });
    await expect(viewLetters(app, other.hannah, { key, batchId: BATCH })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
