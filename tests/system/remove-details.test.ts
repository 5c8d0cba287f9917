import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { exportSchoolAudit } from "~/services/audit/view-audit.server";
import { makeBackup } from "~/services/backup/make-backup.server";
import { draftOfReview } from "~/services/documents/draft-pdf.server";
import { saveAnswer } from "~/services/answering/save-answers.server";
import { REMOVALS_FILE } from "~/services/personal-data/remove-file.server";
import { replayRemovals } from "~/services/personal-data/remove-replay.server";
import { checkFile } from "~/services/verify/check-file.server";
import { findDocumentBytes } from "~db/queries/documents";
import { SQLITE_FILE_NAME } from "~db/engine";
import { outbox } from "~db/schema";
import {
  aNamedChild,
  hashOf,
  NAME,
  sealedPdf,
  type NamedChild,
} from "../integration/services/personal-data/a-named-child";
import { aNamedVisit, sealedRecord } from "../integration/services/personal-data/a-named-visit";
import { content, toSave } from "../integration/answering/answering-school";
import { attachmentOf, haveTools, runTool, runToolLoosely, textOf } from "~tests/support/pdf-tools";

const SURNAME = "quillfeather";

/** Every file under a folder, by path. */
function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile());
}

/** Whether bytes hold the surname, in UTF-8 or either order of UTF-16, whatever the case. */
function holds(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString("latin1").toLowerCase();
  const wide = Buffer.from(SURNAME, "utf16le").toString("latin1");
  return text.includes(SURNAME) || text.includes(wide.slice(0, -1));
}

const holding = (folder: string) => filesUnder(folder).filter((file) => holds(readFileSync(file)));

/** A PDF with its streams unpacked, as far as the tools here can. */
function unpacked(bytes: Uint8Array): Uint8Array {
  return Buffer.from(
    runTool("qpdf", ["--qdf", "--object-streams=disable"], bytes, ["-"]),
    "latin1",
  );
}

const NO_FILTER = { person: null, kind: null, from: null, to: null };
const SAVES = 30;
/** Long texts, so that they lie over many pages of the file. */
const LONG = `${"We looked at the books. ".repeat(30)}${NAME} chose one. `.repeat(3);

async function aSignedNamedChild() {
  const place = await aNamedChild();
  const { app, senco, at } = place;
  for (let base = 1; base <= SAVES; base += 1) {
    const commentary = `${LONG.slice(0, base * 100)} ${NAME}`;
    const saved = content({ level: "2", commentary, whereSeen: `With ${NAME}` });
    const save = toSave({ key: "A2", content: saved, base, namesConfirmed: true });
    const outcome = await saveAnswer(app, senco, { ...at, ...save });
    expect(outcome).toMatchObject({ kind: "saved" });
  }
  await place.readyAndSign();
  const [copy] = await place.copies();
  if (copy === undefined) throw new Error("Nothing was signed");
  return { place, copy };
}

describe.runIf(haveTools("qpdf", "pdftotext", "pdfdetach", "pdfsig"))("a removed name", () => {
  test("is in no file of the service, no PDF and no export, and the new copy verifies", async () => {
    const { place, copy } = await aSignedNamedChild();
    const { app, head, at } = place;
    const old = await sealedPdf(app, copy.id);
    expect(textOf(old).toLowerCase()).toContain(SURNAME);
    expect(holding(app.config.dataDir)).not.toEqual([]);

    expect(await place.remove(head)).toMatchObject({ ok: true });
    expect(holding(app.config.dataDir)).toEqual([]);
    const made = await sealedPdf(app, copy.id);
    await app.db.clearLog();
    expect(holding(app.config.dataDir)).toEqual([]);
    expect(existsSync(path.join(app.config.dataDir, REMOVALS_FILE))).toBe(true);
    expect(app.logged.join("\n").toLowerCase()).not.toContain(SURNAME);

    expect(textOf(made).toLowerCase()).not.toContain(SURNAME);
    expect(textOf(made)).toContain("Personal details removed on 24 November 2026; signed by");
    expect(attachmentOf(made).toLowerCase()).not.toContain(SURNAME);
    expect(holds(unpacked(made))).toBe(false);
    expect(runToolLoosely("pdfsig", [], made)).toContain("Signature is Valid");
    expect(await checkFile(app, made)).toMatchObject({ value: { kind: "genuine" } });
    expect(await checkFile(app, old)).toMatchObject({ value: { kind: "withdrawn" } });

    const draft = await draftOfReview(app, head, at);
    expect(textOf(draft.bytes).toLowerCase()).not.toContain(SURNAME);
    const record = await exportSchoolAudit(app, head, { urn: at.urn, filter: NO_FILTER });
    expect(JSON.stringify(record)).toContain("removed personal details");
    expect(JSON.stringify(record).toLowerCase()).not.toContain(SURNAME);
  });
});

describe.runIf(haveTools("qpdf", "pdftotext", "pdfdetach", "pdfsig"))(
  "a name removed from a visit",
  () => {
    test("is in no file of the service and in no PDF, and the new record verifies", async () => {
      const place = await aNamedVisit();
      const { app, head } = place;
      await place.close();
      const old = await sealedRecord(place);
      expect(textOf(old).toLowerCase()).toContain(SURNAME);
      expect(holding(app.config.dataDir)).not.toEqual([]);

      expect(await place.remove(head)).toMatchObject({ ok: true });
      expect(holding(app.config.dataDir)).toEqual([]);
      const made = await sealedRecord(place);
      await app.db.clearLog();
      expect(holding(app.config.dataDir)).toEqual([]);
      expect(app.logged.join("\n").toLowerCase()).not.toContain(SURNAME);

      const printed = textOf(made).replaceAll(/\s+/g, " ");
      expect(printed.toLowerCase()).not.toContain(SURNAME);
      expect(printed).toContain("Personal details removed on 24 November 2026; signed by Łukasz");
      expect(printed).not.toContain("before both views were added");
      expect(attachmentOf(made).toLowerCase()).not.toContain(SURNAME);
      expect(holds(unpacked(made))).toBe(false);
      expect(runToolLoosely("pdfsig", [], made)).toContain("Signature is Valid");
      expect(await checkFile(app, made)).toMatchObject({ value: { kind: "genuine" } });
      expect(await checkFile(app, old)).toMatchObject({ value: { kind: "withdrawn" } });
      const asked = { urn: place.school.urn, filter: NO_FILTER };
      const record = await exportSchoolAudit(app, head, asked);
      expect(JSON.stringify(record)).toContain("removed personal details from a visit");
      expect(JSON.stringify(record).toLowerCase()).not.toContain(SURNAME);
    });
  },
);

/** Runs `npm run restore` on the data of a test, whose database must be closed. */
function restore(dataDir: string, folder: string) {
  const script = ["tools/run.mjs", "app/commands/restore.ts", folder];
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "" };
  const done = spawnSync(process.execPath, script, { encoding: "utf8", env });
  return { code: done.status, output: done.stdout + done.stderr };
}

const OF_SCHOOL = ["answers", "answer_revisions", "actions", "submissions", "documents"];
const OF_VISIT = ["visits", "visit_notes", "visit_views", "visit_findings", "visit_records"];

function textsIn(dataDir: string): string {
  const connection = new BetterSqlite3(path.join(dataDir, SQLITE_FILE_NAME), { readonly: true });
  const rows = [...OF_SCHOOL, ...OF_VISIT].map((name) =>
    connection.prepare(`select * from ${name}`).all(),
  );
  connection.close();
  return JSON.stringify(rows).toLowerCase();
}

const folderOf = ({ app }: Pick<NamedChild, "app">) => ({
  url: undefined,
  dataDir: app.config.dataDir,
});

describe("a backup made before a removal", () => {
  test("has the name removed again when it is put back, and is told to hold it", async () => {
    const { place, copy } = await aSignedNamedChild();
    const { app, head } = place;
    const { dataDir } = app.config;
    const old = await sealedPdf(app, copy.id);
    const folder = await makeBackup(folderOf(place), new Date(app.clock.now().getTime() - 1000));
    await place.remove(head, { words: "Jamie" });
    await place.remove(head, { words: "Quillfeather" });
    await app.db.close();

    const { code, output } = restore(dataDir, folder);
    expect(output).toContain("Personal details removed again, as 2 removal(s) since then asked");
    expect(output).toContain("still hold them until they are deleted");
    expect(output).toContain(folder);
    expect(code).toBe(0);
    const texts = textsIn(dataDir);
    expect(texts).not.toContain(SURNAME);
    expect(texts).not.toContain("jamie");
    expect(texts).toContain("[personal details removed]");
    // Closed before the files are read: left open, its -shm may go away between listing and reading.
    const database = new BetterSqlite3(path.join(dataDir, SQLITE_FILE_NAME));
    const withdrawn = database.prepare("select sha256 from withdrawn_documents").pluck().all();
    database.close();
    expect(withdrawn).toContain(hashOf(old));
    const live = holding(dataDir).filter((file) => !file.includes(`${path.sep}backups${path.sep}`));
    expect(live).toEqual([]);
  });

  test("has it removed from a visit again, and the record that was sealed is withdrawn", async () => {
    const place = await aNamedVisit();
    const { app, head } = place;
    const { dataDir } = app.config;
    await place.close();
    const old = await sealedRecord(place);
    const folder = await makeBackup(folderOf(place), new Date(app.clock.now().getTime() - 1000));
    await place.remove(head);
    await app.db.close();

    const { code, output } = restore(dataDir, folder);
    expect(output).toContain("Personal details removed again, as 1 removal(s) since then asked");
    expect(code).toBe(0);
    expect(textsIn(dataDir)).not.toContain(SURNAME);
    const database = new BetterSqlite3(path.join(dataDir, SQLITE_FILE_NAME));
    const withdrawn = database.prepare("select sha256 from withdrawn_documents").pluck().all();
    const made = database.prepare("select visit_id, state from documents").all();
    database.close();
    expect(withdrawn).toEqual([hashOf(old)]);
    expect(made).toEqual([{ visit_id: place.visitId, state: "pending" }]);
    const live = holding(dataDir).filter((file) => !file.includes(`${path.sep}backups${path.sep}`));
    expect(live).toEqual([]);
  });

  test("is cleaned at the next start too, and only once", async () => {
    const { place } = await aSignedNamedChild();
    const { app, head } = place;
    await place.remove(head);
    expect(await replayRemovals(app)).toBe(0);
    const asked = await app.db.read.select().from(outbox).where(eq(outbox.kind, "make-document"));
    expect(asked).toHaveLength(2);
    expect(await findDocumentBytes(app.db.read, { submissionId: "none" })).toBeUndefined();
  });
});
