import { setTimeout as rest } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseSnapshot } from "~/domain/submission/canonical-snapshot";
import { answerRevisions, submissions } from "~db/schema";
import {
  aDataFolder,
  removeFolder,
  startServer,
  type RunningServer,
} from "~tests/support/running-server";
import {
  aSchoolAtWork,
  KEYS,
  markReady,
  openData,
  sign,
  takeBack,
  type SchoolAtWork,
  type Send,
} from "./school-at-work";
import { byForm, byScript, type Save, type Sender } from "./writer";

/** `WRITERS_SECONDS=30 npx vitest run --project system tests/system/eight-writers.test.ts` is the long run. */
const SECONDS = Number(process.env["WRITERS_SECONDS"] ?? 6);

const dataDir = aDataFolder();
let server: RunningServer;
let school: SchoolAtWork;
let at: Send;

/** A save with what it was answered and whether it was sent after the signature was acknowledged. */
type Told = Save & { afterSigning: boolean };
const told: Told[] = [];
let signed = false;
const signing: string[] = [];

beforeAll(async () => {
  school = await aSchoolAtWork(dataDir);
  server = await startServer({ dataDir, env: { DEMO: "1" } });
  at = { origin: server.origin, ...school };
  const first = byScript(at, school.head);
  for (const key of KEYS) told.push(await write(first, { key, base: 0 }));
  const until = performance.now() + SECONDS * 1000;
  const writing = senders().map((sender, index) => keepWriting(sender, { until, from: index * 5 }));
  await Promise.all([...writing, headAtWork()]);
  server.signal("SIGTERM");
  await server.ended();
});
afterAll(() => removeFolder(dataDir));

/** Six writers with the page's script and two without. */
function senders(): Sender[] {
  return school.writers.map((person, index) =>
    index < 6 ? byScript(at, person) : byForm(at, person),
  );
}

async function write(sender: Sender, { key, base }: { key: string; base: number }): Promise<Told> {
  const afterSigning = signed;
  return { ...(await sender({ key, base })), afterSigning };
}

/** Writes without rest, on what this writer last saw of the statement; keeps its own text where two met. */
async function keepWriting(
  sender: Sender,
  { until, from }: { until: number; from: number },
): Promise<void> {
  const seen = new Map<string, number>();
  let turn = from;
  while (performance.now() < until) {
    const key = KEYS[turn % KEYS.length] ?? "A1";
    const save = await write(sender, { key, base: seen.get(key) ?? 1 });
    told.push(save);
    const { outcome } = save;
    if (outcome.kind === "saved") seen.set(key, outcome.revision);
    if (outcome.kind === "conflict") seen.set(key, outcome.theirs);
    else turn += 1;
    if (outcome.kind === "refused") await rest(20);
  }
}

/** Ready, taken back, ready again, signed: all while the others write. */
async function headAtWork(): Promise<void> {
  const { head } = school;
  await rest(SECONDS * 300);
  signing.push(`ready ${(await markReady(at, head)).status}`);
  await rest(300);
  signing.push(`taken back ${(await takeBack(at, head)).status}`);
  await rest(SECONDS * 200);
  signing.push(`ready ${(await markReady(at, head)).status}`);
  const answer = await sign(at, head);
  signed = true;
  signing.push(`signed ${answer.status} ${answer.location?.split("/").slice(-2).join("/") ?? ""}`);
}

const outcomes = <K extends Save["outcome"]["kind"]>(kind: K) =>
  told.flatMap((save) =>
    save.outcome.kind === kind
      ? [{ ...save, outcome: save.outcome as Extract<Save["outcome"], { kind: K }> }]
      : [],
  );

async function history() {
  const app = await openData(dataDir);
  const { responseId } = school;
  const rows = await app.db.read
    .select()
    .from(answerRevisions)
    .where(eq(answerRevisions.responseId, responseId));
  const copies = await app.db.read
    .select()
    .from(submissions)
    .where(eq(submissions.responseId, responseId));
  await app.db.close();
  return { rows, copies };
}

const line = (save: { key: string; revision: number; commentary: string }) =>
  `${save.key} ${save.revision} ${save.commentary}`;

describe(`eight writers on one self-review for ${SECONDS} seconds while the head signs`, () => {
  it("are heard: there were saves, conflicts and refusals, and the head signed once", () => {
    console.log(
      `${outcomes("saved").length} saved, ${outcomes("conflict").length} conflicts, ${outcomes("refused").length} refused`,
    );
    expect(signing).toEqual(["ready 302", "taken back 302", "ready 302", "signed 302 signed/1"]);
    expect(outcomes("saved").length).toBeGreaterThan(KEYS.length + 30);
    expect(outcomes("conflict").length).toBeGreaterThan(5);
    expect(outcomes("refused").length).toBeGreaterThan(10);
  });

  it("never meet a fault of the server", () => {
    expect(told.filter(({ status }) => status >= 500 || status === 0)).toEqual([]);
    expect(outcomes("lost")).toEqual([]);
    expect(server.output()).not.toContain('"level":50');
  });

  it("find every acknowledged save in the history, word for word, and nothing else there", async () => {
    const { rows } = await history();
    const kept = new Set(rows.map(line));
    const acknowledged = outcomes("saved").map(({ outcome, ...save }) =>
      line({ ...save, revision: outcome.revision }),
    );
    expect(acknowledged.filter((save) => !kept.has(save))).toEqual([]);
    expect(rows.length).toBe(acknowledged.length);
  });

  it("find in the signed copy, for each statement, the last save there is", async () => {
    const { rows, copies } = await history();
    expect(copies).toHaveLength(1);
    const { sections } = parseSnapshot(copies[0]?.snapshot ?? "");
    const items = sections.flatMap((section) => section.items);
    const frozen = items.map(({ key, level, commentary }) => ({ key, level, commentary }));
    const last = KEYS.map((key) => {
      const ofKey = rows.filter((row) => row.key === key);
      const newest = ofKey.reduce((one, other) => (other.revision > one.revision ? other : one));
      return { key, level: newest.level, commentary: newest.commentary };
    });
    expect(frozen).toEqual(last);
  });

  it("were refused whatever they sent after the signature, and were given their text back", () => {
    const late = told.filter(({ afterSigning }) => afterSigning);
    expect(late.length).toBeGreaterThan(5);
    expect(late.filter(({ outcome }) => outcome.kind !== "refused")).toEqual([]);
    const withoutScript = outcomes("refused").filter(({ outcome }) => outcome.page !== null);
    expect(withoutScript.length).toBeGreaterThan(0);
    for (const { outcome, commentary } of withoutScript) expect(outcome.page).toContain(commentary);
    // With the script the text never left the writer's box: the answer says that it is not saved, and why.
    const withScript = outcomes("refused").filter(({ outcome }) => outcome.page === null);
    for (const { outcome } of withScript) expect(outcome.reason).not.toBe("");
  });

  it("were told of every conflict with both texts, and the other one is a save in the history", async () => {
    const { rows } = await history();
    const other = new Map(rows.map((row) => [`${row.key} ${row.revision}`, row.commentary]));
    for (const { key, commentary, outcome } of outcomes("conflict")) {
      expect(outcome.shown).toContain(other.get(`${key} ${outcome.theirs}`) ?? "no such save");
      if (outcome.page !== null) expect(outcome.page).toContain(commentary);
    }
  });
});
