import { mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { RESPONSE_STATES } from "~/domain/response/states";
import { EVERY_RETURN, type ReturnsFilter } from "~/domain/returns/list-returns";
import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { loadConfig } from "~/platform/config.server";
import { makeApp } from "~/platform/make-app.server";
import { viewMonday } from "~/services/chasing/view-monday.server";
import { viewReturns } from "~/services/returns/view-returns.server";
import { migrate } from "~db/migrate";
import { insertCoverage, insertSchools } from "~db/queries/schools";
import { responses, roundSchools } from "~db/schema";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { aPublishedVersion } from "~tests/support/factories/questionnaires";
import { aRound } from "~tests/support/factories/rounds";
import { aManager } from "./bench-manager";

const SCHOOLS = 24_000;
const ROUNDS = 3;
const TIMES = 15;
const WITHIN_MS = 100;
const DISTRICTS = 330;
const BATCH = 200;
const TEST_CLOCK = "2026-12-14T09:00:00.000Z";

type Timed = { name: string; medianMs: number; slowestMs: number };
/** Milliseconds of the service's own work, without the page, for each list. */
export type CountryOutcome = { lists: Timed[]; met: boolean };

/** Only where BENCH_COUNTRY is set: filling the database alone takes a minute. Null: it is not. */
export async function countryLists(under: string): Promise<CountryOutcome | null> {
  if (process.env["BENCH_COUNTRY"] !== "1") return null;
  const dataDir = mkdtempSync(path.join(path.resolve(under), "inclusion-review-bench-"));
  await migrate({ url: undefined, dataDir, log: () => undefined });
  const env = { DATA_DIR: dataDir, DEMO: "1", TEST_CLOCK, LOG_LEVEL: "error" };
  const app = await makeApp({ config: loadConfig({ env, production: false }) });
  try {
    const lists = await timed(app, await aCountry(app));
    return { lists, met: lists.every(({ medianMs }) => medianMs < WITHIN_MS) };
  } finally {
    await app.db.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

type Country = { key: string; roundId: string; actor: Actor };

async function aCountry(app: App): Promise<Country> {
  const { id: organisationId, key } = await anOrganisation(app);
  const { id: versionId } = await aPublishedVersion(app, { organisationId });
  const { id: sampleId, ...sample } = await aSchool(app, { coveredBy: [organisationId] });
  const ids = [sampleId, ...Array.from({ length: SCHOOLS - 1 }, () => app.newId())];
  const schools = ids.slice(1).map((id, index) => ({
    ...{ ...sample, id, urn: String(500_000 + index) },
    createdAt: app.clock.now(),
    ...{ name: `Primary School ${index}`, district: `District ${index % DISTRICTS}` },
  }));
  await inBatches(app, schools, (tx, rows) => insertSchools(tx, rows));
  const coverage = ids.slice(1).map((schoolId) => ({ organisationId, schoolId }));
  await inBatches(app, coverage, (tx, rows) => insertCoverage(tx, rows));
  let roundId = "";
  for (let number = 1; number <= ROUNDS; number += 1) {
    const round = await aRound(app, { organisationId, versionId, title: `Round ${number}` });
    roundId = round.id;
    await invite(app, { roundId, versionId, ids });
  }
  const { actor } = await aManager(app, organisationId);
  return { key, roundId, actor };
}

type Inviting = { roundId: string; versionId: string; ids: readonly string[] };

async function invite(app: App, { roundId, versionId, ids }: Inviting): Promise<void> {
  const at = app.clock.now();
  const invited = ids.map((schoolId) => ({
    ...{ roundId, schoolId, participation: "invited" as const, invitedAt: at },
    ...{ version: 1, createdAt: at },
  }));
  await inBatches(app, invited, async (tx, rows) => {
    await tx.insert(roundSchools).values(rows);
  });
  const given = ids.map((schoolId, index) => ({
    ...{ id: app.newId(), roundId, schoolId, versionId, period: 1, version: 1 },
    state: RESPONSE_STATES[index % 6] ?? "not-started",
    ...{ createdAt: at, updatedAt: new Date(at.getTime() - index * 60_000) },
  }));
  await inBatches(app, given, async (tx, rows) => {
    await tx.insert(responses).values(rows);
  });
}

type Writer = Parameters<Parameters<App["db"]["transact"]>[0]>[0];

async function inBatches<T>(
  app: App,
  rows: readonly T[],
  write: (tx: Writer, rows: T[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) {
    await app.db.transact((tx) => write(tx, rows.slice(from, from + BATCH)));
  }
}

async function timed(app: App, { key, roundId, actor }: Country): Promise<Timed[]> {
  const list = (over: Partial<ReturnsFilter>) => () =>
    viewReturns(app, actor, {
      key,
      roundId,
      filter: { ...EVERY_RETURN, district: "all", ...over },
    });
  return [
    await timeOf("one district, late", list({ district: "District 7", state: "late" })),
    await timeOf("the country by name", list({})),
    await timeOf("the country, late, by activity", list({ state: "late", sort: "activity" })),
    await timeOf("the country, searched", list({ search: "school 123" })),
    await timeOf("whom to ring", () => viewMonday(app, actor, { key, whole: true })),
  ];
}

async function timeOf(name: string, doing: () => Promise<unknown>): Promise<Timed> {
  const times: number[] = [];
  for (let run = 0; run <= TIMES; run += 1) {
    const started = performance.now();
    await doing();
    if (run > 0) times.push(performance.now() - started);
  }
  times.sort((one, other) => one - other);
  return { name, medianMs: times[TIMES >> 1] ?? NaN, slowestMs: times.at(-1) ?? NaN };
}

/** The outcome as a line under the table. */
export function countryLine(outcome: CountryOutcome | null): string {
  const what = `Chasing lists of ${SCHOOLS} schools in ${ROUNDS} rounds`;
  if (outcome === null) return `${what}: not measured (set BENCH_COUNTRY=1)`;
  const lists = outcome.lists.map(
    ({ name, medianMs, slowestMs }) =>
      `${name} ${medianMs.toFixed(0)} ms (slowest ${slowestMs.toFixed(0)})`,
  );
  return `${what}: ${lists.join(", ")} (each under ${WITHIN_MS} ms: ${outcome.met ? "met" : "missed"})`;
}
