import { rmSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { ANCHOR_FILE } from "~/services/audit/audit-anchor.server";
import { auditHash } from "~/services/audit/audit-hash.server";
import { sealAudit } from "~/services/audit/seal-audit.server";
import { verifyAudit } from "~/services/audit/verify-audit.server";
import { insertAudit, listLinkedEntries, type LinkedEntry } from "~db/queries/audit";
import { rawRows } from "~tests/support/raw-database";
import { aTestApp, type TestApp } from "~tests/support/test-app";

let app: TestApp;
/** Six sealed entries, in order; `entry(3)` is the third. */
let chain: LinkedEntry[];

const location = () => ({ url: app.config.databaseUrl, dataDir: app.config.dataDir });
const run = (statement: string) => rawRows(location(), statement);
const faultFound = async () => (await verifyAudit(app)).fault;

function entry(position: number): LinkedEntry {
  const found = chain[position - 1];
  if (found === undefined) throw new Error(`There is no entry ${position}`);
  return found;
}

const happen = async (subjectId: string) => {
  app.clock.advance({ seconds: 1 });
  await app.db.transact((tx) =>
    insertAudit(tx, {
      id: app.newId(),
      at: app.clock.now(),
      actorId: null,
      event: "answer.saved",
      subjectKind: "answer",
      subjectId,
    }),
  );
};

const isPostgres = () => app.db.engine === "postgres";

/** As someone with the database's own password would: the guards are taken off first. */
async function withGuardsOff(): Promise<void> {
  for (const name of ["guard_audit_update", "guard_audit_delete"]) {
    await run(
      isPostgres()
        ? `alter table audit_entries disable trigger ${name}`
        : `drop trigger if exists ${name}`,
    );
  }
}

const put = (id: string, sets: string) =>
  run(`update audit_entries set ${sets} where id = '${id}'`);

/** Moves entries from a position on by one, from the last, so that no two meet. */
async function pushOn(from: number): Promise<void> {
  for (let position = chain.length; position >= from; position -= 1) {
    await put(entry(position).id, `position = ${position + 1}`);
  }
}

/** Slips a row in; `hash` is what it claims. */
async function slipIn(at: { position: number; previousHash: string }, isForged: boolean) {
  const id = "01900000-0000-7000-8000-ffffffffffff";
  const like = entry(1);
  const written = { ...like, id };
  const hash = isForged ? auditHash(written, at) : "f".repeat(64);
  await run(
    `insert into audit_entries (id, at, actor_id, event, school_id, organisation_id, subject_kind, subject_id, data, position, previous_hash, hash)
     select '${id}', at, actor_id, event, school_id, organisation_id, subject_kind, subject_id, data, ${at.position}, '${at.previousHash}', '${hash}'
     from audit_entries where id = '${like.id}'`,
  );
  return id;
}

beforeEach(async () => {
  app = await aTestApp();
  for (const id of ["a", "b", "c", "d", "e", "f"]) await happen(id);
  await sealAudit(app);
  chain = await listLinkedEntries(app.db.read, { after: 0, limit: 10 });
  await withGuardsOff();
  return async () => {
    if (!isPostgres()) return;
    await run("alter table audit_entries enable trigger all");
  };
});

test("a record nobody touched holds", async () => {
  await happen("waiting");
  expect(await verifyAudit(app)).toEqual({ held: 6, waiting: 1, anchored: true, fault: null });
});

describe("an entry that was changed", () => {
  test.each([
    ["what it is about", "subject_id = 'z'"],
    ["who did it", "actor_id = 'z'"],
    ["what was done", "event = 'response.sign'"],
    ["its data", `data = '{"a":1}'`],
    ["its hash", `hash = '${"0".repeat(64)}'`],
    ["what it follows", `previous_hash = '${"1".repeat(64)}'`],
  ])("is named: %s", async (_what, sets) => {
    await put(entry(3).id, sets);
    expect(await faultFound()).toEqual({ kind: "changed", position: 3, id: entry(3).id });
  });

  test("is named when its own hash was made to fit", async () => {
    const changed = { ...entry(3), subjectId: "z" };
    const hash = auditHash(changed, { position: 3, previousHash: entry(2).hash ?? "" });
    await put(entry(3).id, `subject_id = 'z', hash = '${hash}'`);
    expect(await faultFound()).toEqual({ kind: "changed", position: 3, id: entry(3).id });
  });

  test("is found when every hash after it was made to fit too", async () => {
    let previousHash = entry(2).hash ?? "";
    for (let position = 3; position <= 6; position += 1) {
      const place = { position, previousHash };
      const hash = auditHash({ ...entry(position), subjectId: "z" }, place);
      const sets = `subject_id = 'z', hash = '${hash}', previous_hash = '${previousHash}'`;
      await put(entry(position).id, sets);
      previousHash = hash;
    }
    expect(await faultFound()).toEqual({ kind: "rewritten", position: 6, id: entry(6).id });
  });
});

describe("an entry that is missing", () => {
  const between = () => ({
    kind: "missing",
    position: 3,
    afterId: entry(2).id,
    beforeId: entry(4).id,
  });
  const remove = (position: number) =>
    run(`delete from audit_entries where id = '${entry(position).id}'`);

  test("is named by its neighbours", async () => {
    await remove(3);
    expect(await faultFound()).toEqual(between());
  });

  test("is named by its neighbours when the rest was moved up", async () => {
    await remove(3);
    for (const position of [4, 5, 6]) await put(entry(position).id, `position = ${position - 1}`);
    expect(await faultFound()).toEqual(between());
  });

  test("is named when it was the first", async () => {
    await remove(1);
    const fault = { kind: "missing", position: 1, afterId: null, beforeId: entry(2).id };
    expect(await faultFound()).toEqual(fault);
  });

  test("is named when it was the last", async () => {
    await remove(6);
    const afterId = entry(5).id;
    expect(await faultFound()).toEqual({ kind: "cut-off", position: 6, lastPosition: 6, afterId });
  });

  test("is named when all are gone", async () => {
    await run("delete from audit_entries");
    const fault = { kind: "cut-off", position: 1, lastPosition: 6, afterId: null };
    expect(await faultFound()).toEqual(fault);
  });

  test("is still found after more was sealed on what is left", async () => {
    await remove(6);
    await happen("later");
    await happen("and later");
    await sealAudit(app);
    expect((await faultFound())?.position).toBe(6);
    expect(app.logged.join()).toContain("the audit chain does not end where it was left");
  });

  test("from the end cannot be found without the anchor, and it says so", async () => {
    await remove(6);
    rmSync(path.join(app.config.dataDir, ANCHOR_FILE));
    expect(await verifyAudit(app)).toEqual({ held: 5, waiting: 0, anchored: false, fault: null });
  });
});

describe("an entry that was inserted", () => {
  test("is named when its hash fits", async () => {
    await pushOn(3);
    const id = await slipIn({ position: 3, previousHash: entry(2).hash ?? "" }, true);
    expect(await faultFound()).toEqual({ kind: "inserted", position: 3, id });
  });

  test("is named when its hash is made up", async () => {
    await pushOn(3);
    const id = await slipIn({ position: 3, previousHash: entry(2).hash ?? "" }, false);
    expect(await faultFound()).toEqual({ kind: "inserted", position: 3, id });
  });

  test("is named when it follows nothing", async () => {
    await pushOn(3);
    const id = await slipIn({ position: 3, previousHash: "e".repeat(64) }, false);
    expect(await faultFound()).toEqual({ kind: "inserted", position: 3, id });
  });

  test("is named at the end, though its hash fits, where one process seals", async () => {
    const id = await slipIn({ position: 7, previousHash: entry(6).hash ?? "" }, true);
    const fault = { kind: "inserted", position: 7, id };
    expect(await faultFound()).toEqual(isPostgres() ? null : fault);
  });
});

describe("an entry that was moved", () => {
  test("to another's place is named", async () => {
    await put(entry(3).id, "position = 99");
    await put(entry(5).id, "position = 3");
    await put(entry(3).id, "position = 5");
    const moved = { kind: "moved", position: 3, id: entry(5).id, from: 5, to: 3 };
    expect(await faultFound()).toEqual(moved);
  });

  test("to the end is named", async () => {
    await put(entry(3).id, "position = 7");
    const moved = { kind: "moved", position: 3, id: entry(3).id, from: 3, to: 7 };
    expect(await faultFound()).toEqual(moved);
  });
});
