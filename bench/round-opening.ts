import { mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as rest } from "node:timers/promises";
import { count, eq } from "drizzle-orm";
import { addDays } from "~/domain/calendar/day";
import { londonDate } from "~/domain/calendar/format";
import { EMPTY_DRAFT } from "~/domain/round/draft";
import type { App } from "~/platform/app.server";
import { loadConfig } from "~/platform/config.server";
import { makeApp } from "~/platform/make-app.server";
import { migrate } from "~db/migrate";
import { insertRoundDraft } from "~db/queries/round-drafts";
import { outbox, responses } from "~db/schema";
import { anActor } from "~tests/support/factories/people";
import { anOrganisation, aSchool } from "~tests/support/factories/places";
import { aPublishedVersion } from "~tests/support/factories/questionnaires";
import { aManager } from "./bench-manager";
import { startProbed, type ProbedServer } from "./probed-server";

const SCHOOLS = 675;
const HELD_MS = 250;
const WAIT_MS = 120_000;
/** A Tuesday at ten: at night letters to schools would wait for the morning. */
const TEST_CLOCK = "2026-11-24T10:00:00.000Z";

/** Milliseconds: the whole request, and the longest the event loop was held then and until everybody was written to. */
export type OpeningOutcome = {
  requestMs: number;
  openingHeld: number;
  tellingHeld: number;
  /** Until the last school was invited and the last mail had left. */
  tellingSeconds: number;
  met: boolean;
};

/** A round opened for a county, each school with a headteacher to be told, in a service of its own. */
export async function roundOpening(under: string): Promise<OpeningOutcome> {
  const dataDir = mkdtempSync(path.join(path.resolve(under), "inclusion-review-bench-"));
  await migrate({ url: undefined, dataDir, log: () => undefined });
  const config = loadConfig({
    env: { DATA_DIR: dataDir, DEMO: "1", TEST_CLOCK },
    production: false,
  });
  const app = await makeApp({ config });
  const county = await aCounty(app);
  const probed = await startProbed(dataDir, { TEST_CLOCK });
  try {
    return await open(app, probed, county);
  } finally {
    probed.server.signal("SIGTERM");
    await probed.server.ended();
    await app.db.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

type County = { at: string; cookie: string };

/** Gives the address of a draft that needs opening only, and who may open it. */
async function aCounty(app: App): Promise<County> {
  const { id: organisationId, key } = await anOrganisation(app);
  const { id: versionId } = await aPublishedVersion(app, { organisationId });
  for (let n = 0; n < SCHOOLS; n += 1) {
    const { id: schoolId } = await aSchool(app, { coveredBy: [organisationId] });
    await anActor(app, { grants: [{ role: "head", schoolId }] });
  }
  const id = app.newId();
  const now = app.clock.now();
  const opensOn = londonDate(now);
  const content = {
    ...{ ...EMPTY_DRAFT, versionId, title: "Inclusion review", year: "2026-27" },
    ...{ kind: "deadlines", ask: "whole", governorSigns: "no", visitOwnership: "themes" },
    ...{ opensOn, firstDeadline: addDays(opensOn, 60), finalDeadline: addDays(opensOn, 80) },
    ...{ viewsFirst: "no", schools: { ...EMPTY_DRAFT.schools, all: true } },
  };
  const row = { id, organisationId, content: JSON.stringify(content), version: 1 };
  await app.db.transact((tx) => insertRoundDraft(tx, { ...row, createdAt: now, updatedAt: now }));
  const { cookie } = await aManager(app, organisationId);
  return { at: `/organisations/${key}/rounds/drafts/${id}/check`, cookie };
}

async function open(app: App, { server, read }: ProbedServer, { at, cookie }: County) {
  const address = `${server.origin}${at}`;
  await (await fetch(address, { headers: { cookie } })).text();
  await rest(2000);
  await read();
  const started = performance.now();
  const answer = await fetch(address, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, origin: server.origin },
    body: new URLSearchParams({ intent: "open", version: "1" }),
  });
  const opened = performance.now();
  if (answer.status !== 302) throw new Error(`${at} answers ${answer.status}`);
  const { longest: openingHeld } = await read();
  await untilTold(app);
  const tellingSeconds = (performance.now() - opened) / 1000;
  const { longest: tellingHeld } = await read();
  return {
    ...{ requestMs: opened - started, openingHeld, tellingHeld, tellingSeconds },
    met: Math.max(openingHeld, tellingHeld) < HELD_MS,
  };
}

async function untilTold(app: App): Promise<void> {
  const until = performance.now() + WAIT_MS;
  while (performance.now() < until) {
    const [asked] = await app.db.read.select({ number: count() }).from(responses);
    const waits = eq(outbox.state, "waiting");
    const [left] = await app.db.read.select({ number: count() }).from(outbox).where(waits);
    if (asked?.number === SCHOOLS && left?.number === 0) return;
    await rest(250);
  }
  throw new Error("not every school was told in time");
}

/** The outcome as a line under the table. */
export function openingLine(outcome: OpeningOutcome): string {
  const { requestMs, openingHeld, tellingHeld, tellingSeconds, met } = outcome;
  const opening = `${requestMs.toFixed(0)} ms, event loop held ${openingHeld.toFixed(0)} ms at most`;
  const telling = `all told within ${tellingSeconds.toFixed(1)} s, held ${tellingHeld.toFixed(0)} ms at most`;
  const aim = `held under ${HELD_MS} ms: ${met ? "met" : "missed"}`;
  return `Opening a round for ${SCHOOLS} schools: ${opening}; ${telling} (${aim})`;
}
