// `npm run bench`: how fast the built service is, beside what this machine can do at all.
import { existsSync } from "node:fs";
import path from "node:path";
import { buildIfStale } from "./build-steps.mjs";
import { ROOT, runNode } from "./run-node.mjs";
import { stopWith } from "./say.mjs";

process.chdir(ROOT);
if (!existsSync(path.join(ROOT, "node_modules/autocannon")))
  stopWith("Install the packages first: npm ci --include=dev");
await buildIfStale();
const { code } = await runNode(["--import", "tsx", "bench/main.ts"], { show: true });
process.exit(code);
