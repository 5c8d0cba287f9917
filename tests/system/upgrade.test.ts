import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { engineOf, type DatabaseLocation } from "~db/engine";
import { migrate } from "~db/migrate";
import { withColumnsRequired } from "~tests/support/altered-migrations";
import { findPostgresServer } from "~tests/support/postgres-server";
import { contentOf, guardsOf, rawRows } from "~tests/support/raw-database";

/** Parents of nearly everything, one with children that a cascade would take, and one that is guarded. */
const REQUIRED = [
  { table: "schools", column: "district" },
  { table: "users", column: "password_hash" },
  { table: "questionnaire_versions", column: "published_at" },
];

let dataDir = "";
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "inclusion-review-upgrade-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

function run(
  command: string,
  at: DatabaseLocation,
): Promise<{ code: number | null; output: string }> {
  const env = { ...process.env, DATA_DIR: at.dataDir, DATABASE_URL: at.url ?? "", DEMO: "1" };
  const child = spawn(process.execPath, ["tools/run.mjs", `app/commands/${command}.ts`], { env });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  }
  return new Promise((resolve) => {
    child.once("close", (code) => resolve({ code, output }));
  });
}

async function loadDemonstration(at: DatabaseLocation): Promise<void> {
  for (const command of ["migrate", "demo-load"]) {
    const { code, output } = await run(command, at);
    if (code !== 0) throw new Error(output);
  }
}

/** Makes columns required on a demonstration with data in it, and compares all of it. */
async function upgradeKeepsEverything(at: DatabaseLocation): Promise<void> {
  await loadDemonstration(at);
  await rawRows(at, "update schools set district = 'none' where district is null");
  await rawRows(at, "update users set password_hash = 'none' where password_hash is null");
  const [user] = await rawRows(at, "select id from users limit 1");
  const now = engineOf(at.url) === "postgres" ? "now()" : "0";
  await rawRows(
    at,
    `insert into sessions (id, user_id, expires_at, created_at, proven_at) values ('s', '${String(user?.["id"])}', ${now}, ${now}, ${now})`,
  );
  const before = { content: await contentOf(at), guards: await guardsOf(at) };
  expect(before.content["schools"]?.rows).toBeGreaterThan(700);
  expect(before.content["sessions"]?.rows).toBe(1);
  const folder = await withColumnsRequired(engineOf(at.url), REQUIRED);
  const lines: string[] = [];
  await migrate({ ...at, folder, log: (line) => void lines.push(line) });
  expect(lines.at(-1)).toBe("The database took 1 migration(s)");
  expect(await contentOf(at)).toEqual(before.content);
  expect(await guardsOf(at)).toEqual(before.guards);
  await expect(rawRows(at, "update schools set district = null")).rejects.toThrow(/null/i);
  await expect(rawRows(at, "update questionnaire_versions set number = 99")).rejects.toThrow(
    "a published version never changes",
  );
}

describe("making columns required on the demonstration keeps rows, hashes and guards", () => {
  test("on SQLite", () => upgradeKeepsEverything({ url: undefined, dataDir }));

  test("on PostgreSQL", async ({ skip }) => {
    const server = await findPostgresServer();
    if (server === null) skip("not run: no PostgreSQL found");
    else {
      try {
        await upgradeKeepsEverything({ url: server.url, dataDir });
      } finally {
        server.stop();
      }
    }
  });
});

test("of three processes that migrate at once one works, and the others find it done", async () => {
  const at = { url: undefined, dataDir };
  const runs = await Promise.all([run("migrate", at), run("migrate", at), run("migrate", at)]);
  expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
  const worked = runs.filter(({ output }) => output.includes("The database took"));
  expect(worked).toHaveLength(1);
  expect((await guardsOf(at)).length).toBeGreaterThan(10);
});
