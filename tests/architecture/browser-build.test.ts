import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readWanted } from "~db/migration-files";

const FOLDER = "build/client";

/** Table names of more than one word: a single word like "users" may stand in a sentence. */
function tableNames(): string[] {
  const sql = readWanted("sqlite")
    .migrations.flatMap(({ sql }) => sql)
    .join("\n");
  const names = [...sql.matchAll(/CREATE TABLE `(\w+)`/g)].map(([, name]) => name ?? "");
  return [...new Set(names)].filter((name) => name.includes("_") && !name.startsWith("__"));
}

test("nothing of the database reaches the browser", ({ skip }) => {
  skip(!existsSync(FOLDER), "not run: no build/client, run npm run build first");
  const scripts = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .map((name) => path.join(FOLDER, name));
  expect(scripts.length).toBeGreaterThan(0);
  const words = ["better-sqlite3", "drizzle", "argon2", ...tableNames()];
  expect(words.length).toBeGreaterThan(8);
  const found = scripts.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    return words.filter((word) => text.includes(word)).map((word) => `${file} holds ${word}`);
  });
  expect(found).toEqual([]);
});
