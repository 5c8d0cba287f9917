import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "~/domain/zod";

const named = <T extends z.ZodType>(value: T) => z.record(z.string(), value);
const ColumnSchema = z.object({ name: z.string(), notNull: z.boolean(), primaryKey: z.boolean() });
const KeySchema = z.object({
  tableTo: z.string(),
  columnsFrom: z.array(z.string()),
  columnsTo: z.array(z.string()),
  onDelete: z.string().optional(),
});
const IndexSchema = z.object({
  isUnique: z.boolean(),
  columns: z.array(z.union([z.string(), z.object({ expression: z.string() })])),
});
const TableSchema = z.object({
  name: z.string(),
  columns: named(ColumnSchema),
  indexes: named(IndexSchema),
  foreignKeys: named(KeySchema),
  compositePrimaryKeys: named(z.object({ columns: z.array(z.string()) })),
  checkConstraints: named(z.object({ value: z.string() })),
});
const SnapshotSchema = z.object({ tables: named(TableSchema) });

function newestSnapshot(engine: "sqlite" | "postgres"): z.infer<typeof SnapshotSchema> {
  const folder = path.join("migrations", engine, "meta");
  const newest = readdirSync(folder)
    .filter((name) => name.endsWith("_snapshot.json"))
    .sort()
    .at(-1);
  // PostgreSQL's snapshot says `isUnique` too; the rest of its own words are left out here.
  return SnapshotSchema.parse(JSON.parse(readFileSync(path.join(folder, newest ?? ""), "utf8")));
}

/** What both engines must agree on, table by table. */
function shapeOf(engine: "sqlite" | "postgres") {
  const tables = Object.values(newestSnapshot(engine).tables).map((table) => {
    const shape = {
      columns: Object.values(table.columns)
        .map((column) => [column.name, column.notNull, column.primaryKey])
        .sort(),
      indexes: Object.entries(table.indexes)
        .map(([name, { isUnique, columns }]) => [
          name,
          isUnique,
          columns.map((column) => (typeof column === "string" ? column : column.expression)),
        ])
        .sort(),
      keys: Object.values(table.foreignKeys)
        .map(({ tableTo, columnsFrom, columnsTo, onDelete }) =>
          [columnsFrom, tableTo, columnsTo, onDelete ?? ""].join(),
        )
        .sort(),
      primary: Object.values(table.compositePrimaryKeys).map(({ columns }) => columns),
      checks: Object.entries(table.checkConstraints)
        .map(([name, { value }]) => [name, value])
        .sort(),
    };
    return [table.name, shape] as const;
  });
  return Object.fromEntries(tables);
}

/** A program of its own looks at the whole schema: seconds, and many where the machine has other work. */
const LOOKING_MS = 60_000;

describe("the two sets of migrations", () => {
  test("make the same tables, columns, indexes, keys and checks", () => {
    expect(Object.keys(shapeOf("sqlite")).length).toBeGreaterThan(20);
    expect(shapeOf("postgres")).toEqual(shapeOf("sqlite"));
  });

  test("guard the same tables with triggers of the same names", () => {
    const guards = (file: string) =>
      [
        ...readFileSync(file, "utf8").matchAll(
          /create trigger (\w+) before (update|delete).*? on (\w+)/gs,
        ),
      ]
        .map(([, name, event, table]) => `${name} ${event} ${table}`)
        .sort();
    const sqlite = guards("db/triggers.sqlite.sql");
    expect(sqlite.length).toBeGreaterThan(10);
    expect(guards("db/triggers.pg.sql")).toEqual(sqlite);
  });

  test.each(["sqlite", "postgres"] as const)(
    "are up to date with the schema: %s",
    (engine) => {
      const scratch = mkdtempSync(path.join(tmpdir(), "inclusion-review-drift-"));
      cpSync(path.join("migrations", engine), scratch, { recursive: true });
      const before = readdirSync(scratch).sort();
      const args = [
        "generate",
        "--schema",
        "db/schema/index.ts",
        "--out",
        path.relative(".", scratch),
      ];
      const dialect = engine === "sqlite" ? "sqlite" : "postgresql";
      const done = spawnSync(
        process.execPath,
        ["node_modules/drizzle-kit/bin.cjs", ...args, "--dialect", dialect],
        {
          encoding: "utf8",
          env: {
            ...process.env,
            DATABASE_URL: engine === "sqlite" ? "" : "postgres://schema-only",
          },
        },
      );
      const after = readdirSync(scratch).sort();
      rmSync(scratch, { recursive: true, force: true });
      expect(done.stdout + done.stderr).toMatch(/No schema changes/);
      expect(after).toEqual(before);
    },
    LOOKING_MS,
  );
});
