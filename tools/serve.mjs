// `npm run serve`: production. Settings are checked first, then the database is brought up to date.
import { existsSync } from "node:fs";
import path from "node:path";
import { ROOT, runNode } from "./run-node.mjs";
import { stopWith } from "./say.mjs";

process.chdir(ROOT);
process.env["NODE_ENV"] = "production";
if (!existsSync(path.join(ROOT, "node_modules/tsx")))
  stopWith("Install the packages first: npm ci");
if (!existsSync(path.join(ROOT, "build/server/index.js"))) stopWith("Build first: npm run build");

const migrated = await runNode(["--import", "tsx", "app/commands/migrate.ts", "--production"], {
  show: true,
});
if (migrated.code !== 0) process.exit(migrated.code);
process.argv.push("--production");
await import("tsx");
await import("../server/main.ts");
