// `npm run validate`: what to run before each commit. No browser, no build, one engine.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { quickChecks } from "./checks.mjs";
import { ensureInstalled } from "./install.mjs";
import { runChecks } from "./run-checks.mjs";
import { say } from "./say.mjs";

await ensureInstalled();
const folder = mkdtempSync(path.join(tmpdir(), "inclusion-review-reports-"));
const { passed, failed } = await runChecks(quickChecks(folder));
rmSync(folder, { recursive: true, force: true });
say(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
