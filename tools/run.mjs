// Runs one of app/commands with the arguments given: `node tools/run.mjs app/commands/backup.ts ...`
import { existsSync } from "node:fs";
import path from "node:path";
import { ROOT, runNode } from "./run-node.mjs";
import { stopWith } from "./say.mjs";

if (!existsSync(path.join(ROOT, "node_modules/tsx")))
  stopWith("Install the packages first: npm ci");
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => undefined);
const { code } = await runNode(["--import", "tsx", ...process.argv.slice(2)], { show: true });
process.exit(code);
