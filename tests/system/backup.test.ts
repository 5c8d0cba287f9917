import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import path from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openDatabase } from "~db/client";
import { SQLITE_FILE_NAME } from "~db/engine";
import { migrate } from "~db/migrate";
import { setInstallationFact } from "~db/queries/installation";

let dataDir = "";

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), "inclusion-review-backup-"));
  await migrate({ url: undefined, dataDir, log: () => undefined });
  mkdirSync(path.join(dataDir, "keys"));
  writeFileSync(path.join(dataDir, "keys", "seal.pem"), "a key");
  await write("first");
});

afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

async function write(value: string): Promise<void> {
  const db = await openDatabase({ url: undefined, dataDir });
  await db.transact((tx) => setInstallationFact(tx, { key: "said", value }));
  await db.close();
}

function said(): unknown {
  const connection = new BetterSqlite3(path.join(dataDir, SQLITE_FILE_NAME), { readonly: true });
  const row = connection
    .prepare<[], { value: string }>("select value from installation where key = 'said'")
    .get();
  connection.close();
  return row?.value;
}

function run(command: "backup" | "restore", args: string[] = [], env: Record<string, string> = {}) {
  const script = ["tools/run.mjs", `app/commands/${command}.ts`, ...args];
  const done = spawnSync(process.execPath, script, {
    encoding: "utf8",
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "", ...env },
  });
  return { code: done.status, output: done.stdout + done.stderr };
}

function backUp(...args: string[]): { folder: string; output: string } {
  const { code, output } = run("backup", args);
  const folder = /Backup made: (.*)/.exec(output)?.[1];
  if (code !== 0 || folder === undefined) throw new Error(output);
  return { folder, output };
}

describe("npm run backup", () => {
  test("copies database and keys while the service runs, and the drill finds them the same", async () => {
    const running = await openDatabase({ url: undefined, dataDir });
    await running.transact((tx) => setInstallationFact(tx, { key: "said", value: "in the log" }));
    const { folder, output } = backUp("--drill");
    await running.close();
    expect(output).toMatch(/Drill: restored and compared, \d+ tables and \d+ rows are the same/);
    expect(readFileSync(path.join(folder, "keys", "seal.pem"), "utf8")).toBe("a key");
    expect(statSync(folder).mode & 0o077, "nobody else may read it").toBe(0);
  });

  test("says plainly that PostgreSQL is backed up with pg_dump", () => {
    const { code, output } = run("backup", [], { DATABASE_URL: "postgres://127.0.0.1:1/none" });
    expect(code).not.toBe(0);
    expect(output).toContain("pg_dump");
  });
});

describe("npm run restore", () => {
  test("brings back what was backed up, keys too, and keeps what was there", async () => {
    const { folder } = backUp();
    await write("second");
    writeFileSync(path.join(dataDir, "keys", "seal.pem"), "another key");
    const { code, output } = run("restore", [folder]);
    expect(output).toMatch(/Restored what was backed up at .*each table compared/);
    expect(code).toBe(0);
    expect(said()).toBe("first");
    expect(readFileSync(path.join(dataDir, "keys", "seal.pem"), "utf8")).toBe("a key");
    const aside = /What was there before is in (.*)/.exec(output)?.[1] ?? "";
    expect(readFileSync(path.join(aside, "keys", "seal.pem"), "utf8")).toBe("another key");
  });

  test("refuses a backup in which one value was changed", () => {
    const { folder } = backUp();
    const copy = new BetterSqlite3(path.join(folder, "database.sqlite"));
    copy.prepare("update installation set value = 'forged' where key = 'said'").run();
    copy.close();
    const { code, output } = run("restore", [folder]);
    expect(code).not.toBe(0);
    expect(output).toContain("table installation is not as it was");
    expect(said()).toBe("first");
  });

  test("refuses a backup whose key was changed", () => {
    const { folder } = backUp();
    appendFileSync(path.join(folder, "keys", "seal.pem"), "x");
    const { code, output } = run("restore", [folder]);
    expect(code).not.toBe(0);
    expect(output).toContain("key file seal.pem is not as it was");
  });

  test("refuses while the service runs", async () => {
    const { folder } = backUp();
    const running = await openDatabase({ url: undefined, dataDir });
    const { code, output } = run("restore", [folder]);
    await running.close();
    expect(code).not.toBe(0);
    expect(output).toContain("The service is running");
  });

  test("says how it is used when no backup is named", () => {
    const { code, output } = run("restore");
    expect(code).toBe(1);
    expect(output).toContain("npm run restore --");
  });
});
