import { mkdirSync } from "node:fs";
import path from "node:path";
import { startServer } from "~tests/support/running-server";
import { auditChain, chainLine } from "./audit-chain";
import { webCases, type Case } from "./cases";
import { comparing, comparingLine } from "./comparing";
import { countryLine, countryLists } from "./country-lists";
import { startFloor } from "./floor";
import { matching, matchingLine } from "./matching";
import { measureOverTime, overTimeLine } from "./over-time";
import { measure } from "./measure";
import { pdfCase } from "./pdf-case";
import { keepOutcomes, tableOf, type Outcome } from "./report";
import { importLine, registerImports } from "./register-import";
import { openingLine, roundOpening } from "./round-opening";
import { makeWorld } from "./world";

const CONNECTIONS = [1, 4];
const WARM_UP = { connections: 2, seconds: 1 };
const SECONDS = { service: 3, floor: 2 };

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Service and floor by turns, so that both meet the same machine. */
async function outcomesOf(one: Case): Promise<Outcome[]> {
  await measure(one.service, WARM_UP);
  const outcomes: Outcome[] = [];
  for (const connections of CONNECTIONS) {
    const service = await measure(one.service, { connections, seconds: SECONDS.service });
    const floor = await measure(one.floor, { connections, seconds: SECONDS.floor });
    outcomes.push({ of: one, service, floor });
  }
  return outcomes;
}

const started = performance.now();
say("Measuring: Proposal of visits");
const proposal = matching();
say("Measuring: Comparison of two versions");
const comparison = comparing();
say("Measuring: Answers over time");
const years = measureOverTime();
say("Measuring: Import of a register, and opening a round");
mkdirSync(".cache", { recursive: true });
const imports = await registerImports(".cache");
const opening = await roundOpening(".cache");
const country = await countryLists(".cache");
say("Loading the demonstration and the bench's own self-reviews ...");
// Beside the repository's own data, so that saves meet the disk and not a folder kept in memory.
const world = await makeWorld(path.resolve(".cache"));
say("Measuring: Eight parallel writers");
// Before the service starts, whose own worker links entries too.
const chain = await auditChain(world);
const floor = await startFloor(world.folder);
const env = { DEMO: "1", LOG_LEVEL: "warn" };
const server = await startServer({ dataDir: world.dataDir, env });
const outcomes: Outcome[] = [];
try {
  const cases = await webCases({ world, service: server.origin, floor });
  for (const one of cases) {
    say(`Measuring: ${one.name}`);
    outcomes.push(...(await outcomesOf(one)));
  }
  const { server: pdfServer, pdf } = await pdfCase(world, floor);
  say(`Measuring: ${pdf.name}`);
  outcomes.push(...(await outcomesOf(pdf)));
  await pdfServer.stop();
  const file = keepOutcomes({
    ...{ outcomes, chain, proposal, comparison, years, imports, opening, country },
    at: new Date(),
  });
  say(
    `\n${tableOf(outcomes)}\n\n${chainLine(chain)}\n${matchingLine(proposal)}\n${comparingLine(comparison)}`,
  );
  say(overTimeLine(years));
  for (const one of imports) say(importLine(one));
  say(openingLine(opening));
  say(`${countryLine(country)}\n`);
  say(`${((performance.now() - started) / 1000).toFixed(0)} s in all; the figures are in ${file}`);
} finally {
  server.signal("SIGTERM");
  await server.ended();
  await floor.stop();
  await world.close();
}
