import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { sealAudit } from "~/services/audit/seal-audit.server";
import { forgetPglite } from "~db/pglite";
import { migrate } from "~db/migrate";
import { insertAudit } from "~db/queries/audit";
import { insertSession } from "~db/queries/sessions";
import { withColumnsRequired } from "~tests/support/altered-migrations";
import { aSignedCopy } from "~tests/support/factories/signed-copies";
import { aSave, aSchoolInARound } from "~tests/support/factories/worlds";
import { contentOf, guardsOf, rawRows } from "~tests/support/raw-database";
import { aTestApp, type TestApp } from "~tests/support/test-app";
import type { TestDatabase } from "~tests/support/test-database";

// These tests change the schema: what PGlite is shared with later tests must be a new one.
afterEach(forgetPglite);

const REQUIRED = [
  { table: "schools", column: "district" },
  { table: "users", column: "password_hash" },
  { table: "documents", column: "pages" },
  { table: "audit_entries", column: "hash" },
];

type Upgrading = {
  app: TestApp;
  at: TestDatabase;
  lines: string[];
  up: (folder: string) => Promise<void>;
};

/** A database with a row in every table that others hang on, everything signed, sealed and linked. */
async function aFullDatabase(): Promise<Upgrading> {
  const app = await aTestApp();
  const { response, head, school, version } = await aSchoolInARound(app);
  const of = { responseId: response.id, userId: head.userId };
  for (const key of ["A1", "A2", "section:A"]) await aSave(app, { ...of, key, commentary: "—é" });
  await aSignedCopy(app, of);
  const at = app.clock.now();
  await app.db.transact(async (tx) => {
    await insertSession(tx, {
      id: "session",
      userId: head.userId,
      expiresAt: at,
      createdAt: at,
      provenAt: at,
    });
    const what = { subjectKind: "version", subjectId: version.id, schoolId: school.id };
    await insertAudit(tx, {
      id: app.newId(),
      at,
      actorId: head.userId,
      event: "test.done",
      ...what,
    });
  });
  await sealAudit(app);
  const database: TestDatabase = {
    db: app.db,
    url: app.config.databaseUrl,
    dataDir: app.config.dataDir,
  };
  await rawRows(database, "update users set password_hash = 'none'");
  const lines: string[] = [];
  const { url, dataDir } = database;
  const log = (line: string) => void lines.push(line);
  return { app, at: database, lines, up: (folder) => migrate({ url, dataDir, log, folder }) };
}

const isRequired = async (at: TestDatabase, { table, column }: (typeof REQUIRED)[number]) => {
  const query =
    at.db.engine === "postgres"
      ? `select is_nullable = 'NO' as required from information_schema.columns where table_name = '${table}' and column_name = '${column}'`
      : `select "notnull" = 1 as required from pragma_table_info('${table}') where name = '${column}'`;
  const [row] = await rawRows(at, query);
  return Boolean(row?.["required"]);
};

describe("an upgrade that makes columns required", () => {
  test("keeps every row, what it says, and every guard", async () => {
    const { at, lines, up } = await aFullDatabase();
    const before = { content: await contentOf(at), guards: await guardsOf(at) };
    expect(before.content["sessions"]?.rows, "a child that a cascade would take").toBe(1);
    expect(before.guards.length).toBeGreaterThan(10);

    await up(await withColumnsRequired(at.db.engine, REQUIRED));

    for (const column of REQUIRED) expect(await isRequired(at, column)).toBe(true);
    expect(await contentOf(at)).toEqual(before.content);
    expect(await guardsOf(at)).toEqual(before.guards);
    expect(lines.at(-1)).toBe("The database took 1 migration(s)");
    await expect(rawRows(at, "update documents set sha256 = 'x'")).rejects.toThrow(/never changes/);
    await expect(rawRows(at, "delete from audit_entries")).rejects.toThrow(/never deleted/);
  });

  test("is taken once: the second start finds nothing to do", async () => {
    const { at, lines, up } = await aFullDatabase();
    const folder = await withColumnsRequired(at.db.engine, REQUIRED);
    await up(folder);
    const said = lines.length;
    await up(folder);
    expect(lines).toHaveLength(said);
  });

  test("that loses rows is undone and says so", async () => {
    const { at, up } = await aFullDatabase();
    const before = { content: await contentOf(at), guards: await guardsOf(at) };
    const folder = await withColumnsRequired(at.db.engine, REQUIRED, ["delete from answers"]);
    await expect(up(folder)).rejects.toThrow(
      "The database was not changed. A migration changed what is kept: answers had 3 rows, then 0",
    );
    expect(await contentOf(at)).toEqual(before.content);
    expect(await guardsOf(at)).toEqual(before.guards);
    for (const column of REQUIRED) expect(await isRequired(at, column)).toBe(false);
  });

  test("that meets a row without the value is undone and says so", async () => {
    const { at, up } = await aFullDatabase();
    await rawRows(at, "update schools set district = null");
    const before = await contentOf(at);
    const folder = await withColumnsRequired(at.db.engine, REQUIRED);
    await expect(up(folder)).rejects.toThrow("The database was not changed.");
    expect(await contentOf(at)).toEqual(before);
  });
});

describe.skipIf(Boolean(process.env.DATABASE_URL))("an upgrade on SQLite", () => {
  test("that leaves a row pointing at nothing is undone", async () => {
    const { at, up } = await aFullDatabase();
    const before = await contentOf(at);
    const orphan = "update responses set confirmed_by = 'nobody'";
    const folder = await withColumnsRequired("sqlite", REQUIRED, [orphan]);
    await expect(up(folder)).rejects.toThrow("rows point at nothing, in responses");
    expect(await contentOf(at)).toEqual(before);
  });

  test("copies the file aside first, and nothing is copied when there is nothing to do", async () => {
    const { at, lines, up } = await aFullDatabase();
    const backups = path.join(at.dataDir, "backups");
    await migrate({ url: at.url, dataDir: at.dataDir, log: (line) => void lines.push(line) });
    expect(existsSync(backups)).toBe(false);
    expect(lines).toEqual([]);
    const before = await contentOf(at);
    await up(await withColumnsRequired("sqlite", REQUIRED));
    const [copy] = readdirSync(backups);
    const copied = { ...at, url: `file:${path.join(backups, copy ?? "")}` };
    expect(await contentOf(copied)).toEqual(before);
    expect(await isRequired(copied, { table: "schools", column: "district" })).toBe(false);
  });

  test("renews guards that are of an earlier release, without copying the file", async () => {
    const { at, lines } = await aFullDatabase();
    const guards = await guardsOf(at);
    await rawRows(at, "update installation set value = 'older' where key = 'triggers'");
    await rawRows(at, "drop trigger guard_audit_delete");
    await migrate({ url: at.url, dataDir: at.dataDir, log: (line) => void lines.push(line) });
    expect(lines).toEqual(["The database's guards were renewed"]);
    expect(await guardsOf(at)).toEqual(guards);
    expect(existsSync(path.join(at.dataDir, "backups"))).toBe(false);
  });
});
