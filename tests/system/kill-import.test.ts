import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as rest } from "node:timers/promises";
import BetterSqlite3 from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSession } from "~/auth/session.server";
import { prepareImport } from "~/services/register/prepare-import.server";
import { SQLITE_FILE_NAME } from "~db/engine";
import { migrate } from "~db/migrate";
import { insertCoveredAuthorities } from "~db/queries/register-imports";
import { auditEntries, coverage, registerImports, schoolLinks, schools } from "~db/schema";
import { cookieOf } from "~tests/support/accounts";
import { anActor } from "~tests/support/factories/people";
import { anOrganisation } from "~tests/support/factories/places";
import { aFile, aLine, LINK_HEADINGS } from "~tests/support/files/register-files";
import {
  aDataFolder,
  removeFolder,
  startServer,
  type RunningServer,
} from "~tests/support/running-server";
import { openData } from "./school-at-work";

/** So many that writing them takes a good part of a second, in which the server can be killed. */
const SCHOOLS = 20_000;
const FIRST_URN = 200_000;
/** Nothing else the server writes holds the file this long. */
const HELD_MS = 100;

const dataDir = aDataFolder();
let server: RunningServer | undefined;
let importId = "";
let cookie = "";

beforeAll(async () => {
  await migrate({ url: undefined, dataDir, log: () => undefined });
  const app = await openData(dataDir);
  const { id: organisationId } = await anOrganisation(app, { key: "kent" });
  const { userId } = await anActor(app, { grants: [{ role: "manager", organisationId }] });
  const request = new Request("http://127.0.0.1/sign-in");
  cookie = cookieOf(await startSession(request, { app }, { userId, secondFactor: true }));
  await app.db.transact((tx) => insertCoveredAuthorities(tx, [{ organisationId, laCode: "886" }]));
  const prepared = await prepareImport(app, { organisationId, by: null, ...filesOf(dataDir) });
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.problem));
  importId = prepared.value.importId;
  await app.db.close();
});
afterAll(async () => {
  server?.signal("SIGTERM");
  await server?.ended();
  removeFolder(dataDir);
});

/** New schools, each the successor of the one before it. */
function filesOf(folder: string): { schools: string; links: string } {
  const urns = Array.from({ length: SCHOOLS }, (_, n) => String(FIRST_URN + n));
  const lines = urns.map((URN) => aLine({ URN, EstablishmentName: `School ${URN}` }));
  const links = urns.slice(1).map((urn, n) => `${FIRST_URN + n},${urn},"Next","Successor",""`);
  const files = { schools: path.join(folder, "s.csv"), links: path.join(folder, "l.csv") };
  writeFileSync(files.schools, aFile(...lines));
  writeFileSync(files.links, [LINK_HEADINGS, ...links].join("\r\n"));
  return files;
}

const apply = (origin: string): Promise<Response> =>
  fetch(`${origin}/organisations/kent/schools/import/${importId}`, {
    method: "POST",
    redirect: "manual",
    headers: { Cookie: cookie, Origin: origin },
    body: new URLSearchParams({ intent: "apply" }),
  });

/** Whether some other process is in the middle of writing. */
function isHeld(): boolean {
  const file = new BetterSqlite3(path.join(dataDir, SQLITE_FILE_NAME), { timeout: 0 });
  try {
    file.exec("BEGIN IMMEDIATE; ROLLBACK");
    return false;
  } catch (error) {
    if (error instanceof BetterSqlite3.SqliteError && error.code === "SQLITE_BUSY") return true;
    throw error;
  } finally {
    file.close();
  }
}

/** Resolves while the server is in a transaction that has lasted for `HELD_MS`. Throws where none comes. */
async function inTheMiddle(): Promise<void> {
  const started = performance.now();
  let since: number | null = null;
  while (performance.now() - started < 30_000) {
    if (!isHeld()) since = null;
    else since ??= performance.now();
    if (since !== null && performance.now() - since > HELD_MS) return;
    await rest(5);
  }
  throw new Error("the server wrote nothing for long enough to be killed in");
}

/** What an import writes, and whether the import still waits. */
async function register() {
  const app = await openData(dataDir);
  const rows = {
    schools: (await app.db.read.select({ id: schools.id }).from(schools)).length,
    covered: (await app.db.read.select().from(coverage)).length,
    links: (await app.db.read.select({ id: schoolLinks.successorId }).from(schoolLinks)).length,
    states: (await app.db.read.select({ state: registerImports.state }).from(registerImports)).map(
      ({ state }) => state,
    ),
    told: (await app.db.read.select({ event: auditEntries.event }).from(auditEntries)).filter(
      ({ event }) => event === "register.imported",
    ).length,
  };
  await app.db.close();
  return rows;
}

const NOTHING = { schools: 0, covered: 0, links: 0, states: ["waiting"], told: 0 };

describe("a server killed half-way through applying an import", () => {
  it("has changed nothing", async () => {
    server = await startServer({ dataDir, env: { DEMO: "1" } });
    const answer = apply(server.origin).then(
      ({ status }) => status,
      () => "no answer",
    );
    await inTheMiddle();
    server.signal("SIGKILL");
    await server.ended();
    expect(await answer).toBe("no answer");
    expect(await register()).toEqual(NOTHING);
  });

  it("clears files that were on their way when it is started again", async () => {
    const left = path.join(dataDir, "uploads", "files-cut-short");
    mkdirSync(left, { recursive: true });
    writeFileSync(path.join(left, "0.csv"), "URN");
    server = await startServer({ dataDir, env: { DEMO: "1" } });
    expect(existsSync(left)).toBe(false);
  });

  it("then applies the same import whole, once", async () => {
    const origin = server?.origin ?? "";
    expect((await apply(origin)).status).toBe(302);
    const whole = { schools: SCHOOLS, covered: SCHOOLS, links: SCHOOLS - 1 };
    expect(await register()).toEqual({ ...whole, states: ["applied"], told: 1 });
    expect((await apply(origin)).status).toBe(409);
    expect(await register()).toEqual({ ...whole, states: ["applied"], told: 1 });
    const uploads = path.join(dataDir, "uploads");
    expect(existsSync(uploads) ? readdirSync(uploads) : []).toEqual([]);
  });
});
