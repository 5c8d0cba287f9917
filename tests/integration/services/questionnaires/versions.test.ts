import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { printTemplate } from "~/domain/questionnaire/template";
import { readStoredDefinition } from "~/domain/questionnaire/upgrade-definition";
import {
  confirmProposed,
  confirmRule,
  viewComparison,
} from "~/services/questionnaires/compare-version.server";
import {
  downloadVersion,
  VERSION_FORMATS,
} from "~/services/questionnaires/download-version.server";
import {
  discardDraft,
  readInDraft,
  readInNew,
  startDraft,
} from "~/services/questionnaires/drafts.server";
import { publishDraft, retirePublished } from "~/services/questionnaires/publish.server";
import {
  viewQuestionnaire,
  viewQuestionnaires,
  viewVersion,
} from "~/services/questionnaires/view-questionnaires.server";
import { findPublishedVersion } from "~db/queries/versions";
import { auditEntries, duties } from "~db/schema";
import { anAuthority, exampleFile } from "./an-authority";

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The example published as version 1. */
async function aPublishedScheme() {
  const place = await anAuthority();
  const { app, owner, manager, at } = place;
  await readInNew(app, manager, { key: owner.key, bytes: exampleFile("csv") });
  const shaOf = async (number: number) =>
    (await viewVersion(app, manager, { ...at, number })).sha256;
  const publish = async (number: number) =>
    publishDraft(app, manager, { ...at, number, from: await shaOf(number) });
  await publish(1);
  /** The draft after it, with some words of its YAML changed. */
  const draftWith = async (change: (yaml: string) => string) => {
    await startDraft(app, manager, at);
    const file = await downloadVersion(app, manager, { ...at, number: 2, format: "yaml" });
    const bytes = bytesOf(change(textOf(file.bytes)));
    return readInDraft(app, manager, { ...at, bytes, from: await shaOf(2) });
  };
  return { ...place, shaOf, publish, draftWith };
}

const reworded = (yaml: string) =>
  yaml.replace("is responsible for online safety", "leads on online safety and on kindness");

describe("reading a questionnaire in", () => {
  test("makes a draft, with its duties to come; a second one with its key is refused", async () => {
    const { app, owner, manager, at } = await anAuthority();
    const file = { key: owner.key, bytes: exampleFile("csv") };
    expect((await readInNew(app, manager, file)).ok).toBe(true);
    expect(await readInNew(app, manager, file)).toMatchObject({
      ok: false,
      problem: [{ sheet: "File", column: "key" }],
    });
    expect(await viewQuestionnaires(app, manager, { key: owner.key })).toMatchObject({
      questionnaires: [{ key: "online-safety", versions: [{ number: 1, state: "draft" }] }],
    });
    expect(await app.db.read.select().from(duties)).toEqual([]);
    const from = (await viewVersion(app, manager, { ...at, number: 1 })).sha256;
    await publishDraft(app, manager, { ...at, number: 1, from });
    expect(await app.db.read.select().from(duties)).toMatchObject([{ itemKey: "C1" }]);
  });

  test("tells every fault with its sheet, row and column, and writes nothing", async () => {
    const { app, owner, manager } = await anAuthority();
    const text = textOf(exampleFile("csv"))
      .replace("five-levels", "5 levels")
      .replace(",A2,", ",a 2,");
    const read = await readInNew(app, manager, { key: owner.key, bytes: bytesOf(text) });
    expect(!read.ok && read.problem).toMatchObject([
      { sheet: "Questionnaire", row: 9, column: "Value" },
      { sheet: "Statements", column: "Key" },
    ]);
    const { questionnaires } = await viewQuestionnaires(app, manager, { key: owner.key });
    expect(questionnaires).toEqual([]);
  });

  test("is for managers: officers are refused, others find nothing", async () => {
    const { app, officer, stranger, owner, at } = await aPublishedScheme();
    const file = { key: owner.key, bytes: exampleFile("csv") };
    await expect(readInNew(app, officer, file)).rejects.toMatchObject({ code: "forbidden" });
    await expect(readInNew(app, stranger, file)).rejects.toMatchObject({ code: "not-found" });
    const version = { ...at, number: 1 };
    await expect(viewVersion(app, officer, version)).rejects.toMatchObject({ code: "forbidden" });
    await expect(viewComparison(app, stranger, version)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(retirePublished(app, stranger, version)).rejects.toMatchObject({
      code: "not-found",
    });
    const json = downloadVersion(app, stranger, { ...version, format: "json" });
    await expect(json).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("the next version", () => {
  test("begins as what stands, and cannot be published before something differs", async () => {
    const { app, manager, at, publish } = await aPublishedScheme();
    expect(await startDraft(app, manager, at)).toEqual({ number: 2 });
    expect(await startDraft(app, manager, at)).toEqual({ number: 2 });
    const compared = await viewComparison(app, manager, { ...at, number: 2 });
    expect(compared).toMatchObject({ before: 1, changes: [], about: [], unchanged: 21 });
    expect(await publish(2)).toMatchObject({ ok: false, problem: [{ code: "nothing-changed" }] });
  });

  test("is published once its author said what becomes of the answers", async () => {
    const { app, owner, manager, at, shaOf, publish, draftWith } = await aPublishedScheme();
    expect(await draftWith(reworded)).toEqual({ ok: true, value: { number: 2 } });
    const number = { ...at, number: 2 };
    const compared = await viewComparison(app, manager, number);
    expect(compared).toMatchObject({
      waiting: 1,
      changes: [{ kind: "wording", from: ["A1"], rule: "keep-and-confirm", confirmed: false }],
    });
    expect(await publish(2)).toMatchObject({ ok: false, problem: [{ code: "not-confirmed" }] });
    const typed = {
      ...{ id: compared.changes[0]?.id ?? "", rule: "ask-again", note: "It asks for more now." },
      levels: new Map<string, string>(),
    };
    const from = await shaOf(2);
    expect(await confirmRule(app, manager, { ...number, typed, from })).toMatchObject({ ok: true });
    // The form was made from what stood before.
    expect(await confirmRule(app, manager, { ...number, typed, from })).toEqual({
      ok: false,
      problem: "changed",
    });
    expect(await publish(2)).toEqual({ ok: true, value: null });
    const stands = await findPublishedVersion(app.db.read, {
      organisationId: owner.id,
      questionnaireKey: "online-safety",
    });
    expect(stands).toMatchObject({ number: 2, state: "published" });
    expect(readStoredDefinition(stands?.definition ?? "").changes).toMatchObject([
      { from: ["A1"], rule: "ask-again", note: "It asks for more now." },
    ]);
  });

  test("takes a rule only where it fits, and what is proposed in one press", async () => {
    const { app, manager, at, shaOf, publish, draftWith } = await aPublishedScheme();
    await draftWith(reworded);
    const number = { ...at, number: 2 };
    const [change] = (await viewComparison(app, manager, number)).changes;
    const typed = { id: change?.id ?? "", rule: "combine", note: "", levels: new Map() };
    const refused = confirmRule(app, manager, { ...number, typed, from: await shaOf(2) });
    expect(await refused).toEqual({ ok: false, problem: "rule" });
    await confirmProposed(app, manager, { ...number, from: await shaOf(2) });
    expect((await viewComparison(app, manager, number)).waiting).toBe(0);
    expect((await publish(2)).ok).toBe(true);
  });

  test("is not lost between two authors: the later file finds that the draft has changed", async () => {
    const { app, manager, at, shaOf, draftWith } = await aPublishedScheme();
    await startDraft(app, manager, at);
    const seen = await shaOf(2);
    await draftWith(reworded);
    const late = await readInDraft(app, manager, { ...at, bytes: exampleFile("csv"), from: seen });
    expect(late).toEqual({ ok: false, problem: "changed" });
    expect(await discardDraft(app, manager, { ...at, number: 2, from: seen })).toBe(false);
    expect(await discardDraft(app, manager, { ...at, number: 2, from: await shaOf(2) })).toBe(true);
    expect((await viewQuestionnaire(app, manager, at)).draft).toBeNull();
  });

  test("takes sheets that a file leaves out from the version before, and no rules of it", async () => {
    const { app, manager, at } = await aPublishedScheme();
    const file = textOf(exampleFile("csv"));
    const statements = file.slice(file.indexOf("Section,Key"), file.indexOf("[Fields]"));
    const bytes = bytesOf(statements.replace("Someone leads", "Who leads"));
    expect(await readInDraft(app, manager, { ...at, bytes, from: "" })).toMatchObject({ ok: true });
    const compared = await viewComparison(app, manager, { ...at, number: 2 });
    expect(compared.changes).toMatchObject([{ kind: "guidance", from: ["A1"] }]);
  });
});

describe("a published version", () => {
  test("downloads for ever: after ten further versions the same bytes, which give its check code", async () => {
    const { app, manager, at, publish, shaOf } = await aPublishedScheme();
    const first = { ...at, number: 1 };
    const files = async () =>
      Promise.all(
        (["json", "yaml", "csv"] as const).map(async (format) =>
          textOf((await downloadVersion(app, manager, { ...first, format })).bytes),
        ),
      );
    const [before, sha256] = [await files(), await shaOf(1)];
    for (let number = 2; number <= 11; number += 1) {
      await startDraft(app, manager, at);
      const draft = await downloadVersion(app, manager, { ...at, number, format: "yaml" });
      const yaml = textOf(draft.bytes).replace(/Someone leads.*/, `Someone leads ${number}`);
      await readInDraft(app, manager, { ...at, bytes: bytesOf(yaml), from: await shaOf(number) });
      expect(await publish(number)).toEqual({ ok: true, value: null });
    }
    expect(await files()).toEqual(before);
    const [json = ""] = before;
    expect(createHash("sha256").update(json, "utf8").digest("hex")).toBe(sha256);
    expect(await viewVersion(app, manager, first)).toMatchObject({ intact: true, sha256 });
    const yaml = printTemplate(readStoredDefinition(json));
    expect(yaml).toBe(before[1]);
  });

  test("comes back the same from every kind of file", async () => {
    const { app, owner, manager, at } = await aPublishedScheme();
    const standing = await findPublishedVersion(app.db.read, {
      organisationId: owner.id,
      questionnaireKey: "online-safety",
    });
    for (const format of VERSION_FORMATS) {
      const { bytes, fileName } = await downloadVersion(app, manager, { ...at, number: 1, format });
      expect(fileName).toBe(`online-safety-version-1.${format}`);
      const read = await readInDraft(app, manager, { ...at, bytes, from: "" });
      expect(read).toEqual({ ok: true, value: { number: 2 } });
      const draft = await viewVersion(app, manager, { ...at, number: 2 });
      expect(draft.sha256).toBe(standing?.sha256);
      await discardDraft(app, manager, { ...at, number: 2, from: draft.sha256 });
    }
  });

  test("is retired once: nothing new begins on it, and it stays readable", async () => {
    const { app, owner, manager, at } = await aPublishedScheme();
    expect(await retirePublished(app, manager, { ...at, number: 1 })).toBe(true);
    expect(await retirePublished(app, manager, { ...at, number: 1 })).toBe(false);
    const scope = { organisationId: owner.id, questionnaireKey: "online-safety" };
    expect(await findPublishedVersion(app.db.read, scope)).toBeUndefined();
    const view = await viewVersion(app, manager, { ...at, number: 1 });
    expect(view).toMatchObject({ state: "retired", intact: true });
    const events = await app.db.read.select({ event: auditEntries.event }).from(auditEntries);
    expect(events.map(({ event }) => event)).toEqual(
      expect.arrayContaining(["version.drafted", "version.published", "version.retired"]),
    );
  });
});
