// `npm test`: everything, from a fresh clone. Ends with one line, "N passed, N failed".
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { allChecks } from "./checks.mjs";
import { ensureInstalled } from "./install.mjs";
import { runChecks } from "./run-checks.mjs";
import { say } from "./say.mjs";
import { ensureTestPrograms } from "./test-programs.mjs";

await ensureInstalled();
const programs = await ensureTestPrograms();
const folder = mkdtempSync(path.join(tmpdir(), "inclusion-review-reports-"));
const { passed, failed } = await runChecks(allChecks(folder));
rmSync(folder, { recursive: true, force: true });

const all = failed + (programs ? 0 : 1);
say(`${passed} passed, ${all} failed`);
process.exitCode = all === 0 && passed > 0 ? 0 : 1;
