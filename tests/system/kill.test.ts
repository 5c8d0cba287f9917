import { setTimeout as rest } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerRevisions, auditEntries, documents, outbox } from "~db/schema";
import {
  aDataFolder,
  removeFolder,
  startServer,
  type RunningServer,
} from "~tests/support/running-server";
import {
  aSchoolAtWork,
  autosave,
  KEYS,
  markReady,
  openData,
  sign,
  type Person,
  type SchoolAtWork,
  type Send,
} from "./school-at-work";

const SAVES = 1000;
const AT_ONCE = 8;
/** Saves acknowledged before the server is killed. */
const KILLED_AFTER = 400;

const dataDir = aDataFolder();
let server: RunningServer;
let school: SchoolAtWork;
let head: Person;
const acknowledged: string[] = [];
let sent = 0;
let signed = "";

beforeAll(async () => {
  school = await aSchoolAtWork(dataDir);
  head = school.head;
  server = await startServer({ dataDir, env: { DEMO: "1" } });
  const at: Send = { origin: server.origin, ...school };
  await signTheOther(at);
  await Promise.all(school.writers.slice(0, AT_ONCE).map((person) => saveOn(at, person)));
  await server.ended();
});
afterAll(async () => {
  server.signal("SIGTERM");
  await server.ended();
  removeFolder(dataDir);
});

/** Answers the private self-review, so that signing it can come in the middle of the saves. */
async function signTheOther(at: Send): Promise<void> {
  const there = { ...at, responseId: school.otherResponseId };
  for (const key of KEYS) {
    await autosave(there, head, { key, commentary: "", base: 0, saveId: `first-${key}` });
  }
  await markReady(there, head);
}

/** Saves one statement after another until all are sent or nobody answers any more. */
async function saveOn(at: Send, person: Person): Promise<void> {
  const own = KEYS[school.writers.indexOf(person)] ?? "A1";
  let base = 0;
  while (sent < SAVES) {
    sent += 1;
    const saveId = `save-${String(sent).padStart(6, "0")}`;
    try {
      const saving = autosave(at, person, { key: own, commentary: saveId, base, saveId });
      const { status } = await saving;
      if (status !== 200) throw new Error(`answered ${status}`);
      base += 1;
      acknowledged.push(saveId);
    } catch (error) {
      if (killed) return;
      throw error;
    }
    if (acknowledged.length === KILLED_AFTER) await signAndKill(at);
  }
}

let killed = false;

/** The signature asks for a PDF; the server is gone before it can be made. */
async function signAndKill(at: Send): Promise<void> {
  const answer = await sign({ ...at, responseId: school.otherResponseId }, head);
  signed = `${answer.status} ${answer.location ?? ""}`;
  killed = true;
  server.signal("SIGKILL");
}

async function stored() {
  const app = await openData(dataDir);
  const saves = await app.db.read.select().from(answerRevisions);
  // What the day itself asks for, such as the night's retention, is no part of this.
  const ofCopies = eq(outbox.kind, "make-document");
  const jobs = await app.db.read.select().from(outbox).where(ofCopies);
  const pdfs = await app.db.read.select({ state: documents.state }).from(documents);
  const audit = await app.db.read.select().from(auditEntries);
  await app.db.close();
  return { saves, jobs, pdfs, audit };
}

describe("a server killed in the middle of 1,000 saves", () => {
  it("was killed while saves were under way and a PDF was asked for", async () => {
    expect(signed).toMatch(/^302 .*\/signed\/1$/);
    expect(acknowledged.length).toBeGreaterThanOrEqual(KILLED_AFTER);
    expect(sent).toBeLessThan(SAVES);
    const { jobs } = await stored();
    expect(jobs.map(({ kind, doneAt }) => ({ kind, done: doneAt !== null }))).toEqual([
      { kind: "make-document", done: false },
    ]);
  });

  it("has every save it acknowledged, each with its audit entry, and no half save", async () => {
    server = await startServer({ dataDir, env: { DEMO: "1" } });
    const { saves, audit } = await stored();
    const kept = new Map(saves.map((save) => [save.saveId, save]));
    expect(acknowledged.filter((saveId) => !kept.has(saveId))).toEqual([]);
    for (const saveId of acknowledged) expect(kept.get(saveId)?.commentary).toBe(saveId);
    const audited = new Set(audit.map(({ subjectId }) => subjectId));
    expect(saves.filter(({ id }) => !audited.has(id))).toEqual([]);
    // At most one save for each writer was written without the answer having arrived.
    const written = saves.filter(({ saveId }) => saveId.startsWith("save-"));
    expect(written.length - acknowledged.length).toBeLessThanOrEqual(AT_ONCE);
  });

  it("finishes what was asked for, and answers a repeated save with the first result", async () => {
    const at: Send = { origin: server.origin, ...school };
    const [person] = school.writers;
    if (person === undefined) throw new Error("nobody writes");
    const mine = (await stored()).saves.filter(({ savedBy }) => savedBy === person.userId);
    const last = mine.reduce((one, other) => (other.revision > one.revision ? other : one));
    const { key, saveId, commentary, basedOn } = last;
    const again = await autosave(at, person, { key, saveId, commentary, base: basedOn });
    expect(again).toMatchObject({
      status: 200,
      body: { kind: "saved", revision: last.revision },
    });
    await expect
      .poll(async () => (await stored()).pdfs, { timeout: 30_000, interval: 500 })
      .toEqual([{ state: "ready" }]);
    await rest(200);
    const { jobs } = await stored();
    expect(jobs.map(({ state }) => state)).toEqual(["done"]);
  });
});
