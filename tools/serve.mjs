// `npm run serve`: production. Says in plain words which settings are missing.
import { existsSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./run-node.mjs";
import { stopWith } from "./say.mjs";

process.chdir(ROOT);
process.env["NODE_ENV"] = "production";
if (!existsSync(path.join(ROOT, "node_modules/tsx")))
  stopWith("Install the packages first: npm ci");
if (!existsSync(path.join(ROOT, "build/server/index.js"))) stopWith("Build first: npm run build");

process.argv.push("--production");
await import("tsx");
await import("../server/main.ts");
