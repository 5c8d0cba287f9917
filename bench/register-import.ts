import { mkdtempSync, openAsBlob, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as rest } from "node:timers/promises";
import type { App } from "~/platform/app.server";
import { loadConfig } from "~/platform/config.server";
import { makeApp } from "~/platform/make-app.server";
import { migrate } from "~db/migrate";
import { insertCoveredAuthorities } from "~db/queries/register-imports";
import { anOrganisation } from "~tests/support/factories/places";
import { startProbed, type ProbedServer, type Reading } from "./probed-server";
import { ALL_CODES, OURS, writeNationalFile } from "./national-file";
import { aManager } from "./bench-manager";

const AIM = { seconds: 20, megabytes: 300, p99: 50 };

/** One file sent, looked through and done. */
export type ImportOutcome = Reading & {
  what: string;
  /** From sending the file to its preview, and from pressing the button to its being done. */
  compareSeconds: number;
  applySeconds: number;
  /** The same pages asked for, and no file. */
  before: Reading;
  /** Pages others asked for meanwhile, and how long the slowest took. */
  pages: number;
  slowestPage: number;
  met: boolean;
};

/**
 * A national file for an organisation that covers one authority of it, then for one that covers all of them: each in a
 * service of its own with nothing in it, so that the memory is what the import takes.
 */
export async function registerImports(under: string): Promise<ImportOutcome[]> {
  const folder = mkdtempSync(path.join(path.resolve(under), "inclusion-review-bench-"));
  try {
    const file = path.join(folder, "national.csv");
    const { rows, megabytes, ours } = writeNationalFile(file);
    const size = `Import of ${megabytes.toFixed(0)} MB, ${rows} rows`;
    const kent = { file, laCodes: [OURS], what: `${size}, ${ours} of them ours` };
    const all = { file, laCodes: ALL_CODES, what: `${size}, all of them ours` };
    return [
      await inOwnService(path.join(folder, "kent"), kent),
      await inOwnService(path.join(folder, "all"), all),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function inOwnService(dataDir: string, toSend: ToSend): Promise<ImportOutcome> {
  await migrate({ url: undefined, dataDir, log: () => undefined });
  const config = loadConfig({ env: { DATA_DIR: dataDir, DEMO: "1" }, production: false });
  const app = await makeApp({ config });
  const probed = await startProbed(dataDir);
  try {
    return await oneImport(app, probed, toSend);
  } finally {
    probed.server.signal("SIGTERM");
    await probed.server.ended();
    await app.db.close();
  }
}

type ToSend = { file: string; laCodes: readonly string[]; what: string };

async function oneImport(
  app: App,
  { server, read }: ProbedServer,
  { file, laCodes, what }: ToSend,
): Promise<ImportOutcome> {
  const organisation = await anOrganisation(app);
  const covered = laCodes.map((laCode) => ({ laCode, organisationId: organisation.id }));
  await app.db.transact((tx) => insertCoveredAuthorities(tx, covered));
  const { cookie } = await aManager(app, organisation.id);
  const at = `/organisations/${organisation.key}`;
  const post = (page: string, body: FormData | URLSearchParams) =>
    posted(`${server.origin}${page}`, { cookie, origin: server.origin, body });
  const form = new FormData();
  form.append("schools", await openAsBlob(file), "national.csv");
  const before = await quiet(`${server.origin}${at}`, { cookie, read });
  const others = askPages(`${server.origin}${at}`, cookie);
  const started = performance.now();
  const looking = await post(`${at}/schools/import`, form);
  const compared = performance.now();
  const done = await post(looking, new URLSearchParams({ intent: "apply" }));
  const ended = performance.now();
  if (!done.includes("done=1")) throw new Error(`The import led to ${done}`);
  const reading = await read();
  const seconds = (ended - started) / 1000;
  const grownMb = reading.peakMb - before.peakMb;
  return {
    ...{ ...reading, what, before },
    compareSeconds: (compared - started) / 1000,
    applySeconds: (ended - compared) / 1000,
    ...(await others.stop()),
    met: seconds < AIM.seconds && grownMb < AIM.megabytes && reading.p99 < AIM.p99,
  };
}

type Sent = { cookie: string; origin: string; body: FormData | URLSearchParams };

/** Posts a form; gives where it leads. Throws where it is not taken. */
async function posted(address: string, { cookie, origin, body }: Sent): Promise<string> {
  const answer = await fetch(address, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, origin },
    body,
  });
  if (answer.status !== 302) throw new Error(`${address} answers ${answer.status}`);
  return answer.headers.get("Location") ?? "";
}

type Quiet = { cookie: string; read: ProbedServer["read"] };

const QUIET_MS = 50;

/** Waits until the service has done what its start asks for; then reads it with somebody at its pages and no file. */
async function quiet(address: string, { cookie, read }: Quiet): Promise<Reading> {
  for (let turn = 0; turn < 30; turn += 1) {
    await read();
    const others = askPages(address, cookie);
    await rest(2000);
    await others.stop();
    const reading = await read();
    if (reading.longest < QUIET_MS) return reading;
  }
  throw new Error("the service does not come to rest");
}

const PAGE_EACH_MS = 100;

/** Somebody reads pages all the while. */
function askPages(address: string, cookie: string) {
  const times: number[] = [];
  const state = { stopped: false };
  const asking = (async () => {
    while (!state.stopped) {
      const from = performance.now();
      await (await fetch(address, { headers: { cookie } })).text();
      times.push(performance.now() - from);
      await rest(PAGE_EACH_MS);
    }
  })();
  // Told when they are stopped: the import itself says first what went wrong.
  asking.catch(() => undefined);
  return {
    stop: async () => {
      state.stopped = true;
      await asking;
      return { pages: times.length, slowestPage: Math.max(...times) };
    },
  };
}

/** The outcome as a line under the table. */
export function importLine(outcome: ImportOutcome): string {
  const { what, before, compareSeconds, applySeconds, peakMb, p99, longest } = outcome;
  const times = `${compareSeconds.toFixed(1)} s to its preview, ${applySeconds.toFixed(1)} s to do it`;
  const memory = `${(peakMb - before.peakMb).toFixed(0)} MB more than without (${before.peakMb.toFixed(0)})`;
  const loop = `event loop p99 ${p99.toFixed(0)} ms (${before.p99.toFixed(0)} without), held ${longest.toFixed(0)} ms at most`;
  const pages = `${outcome.pages} pages meanwhile, the slowest ${outcome.slowestPage.toFixed(0)} ms`;
  const aim = `under ${AIM.seconds} s, ${AIM.megabytes} MB, p99 ${AIM.p99} ms: ${outcome.met ? "met" : "missed"}`;
  return `${what}: ${times}, ${memory}, ${loop}; ${pages} (${aim})`;
}
