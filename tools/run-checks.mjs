// Runs checks two at a time, shows what failed in full, and adds everything up.
import { runNode } from "./run-node.mjs";
import { say } from "./say.mjs";

const LANES = 2;
const LONGEST_MS = 25 * 60 * 1000;

/**
 * @typedef {import("./checks.mjs").Check} Check
 * @typedef {import("./checks.mjs").Count} Count
 */

/** What the shell may hold that would change what a check sees. */
const NOT_PASSED_ON = [
  "NODE_ENV",
  "DEMO",
  "TEST_CLOCK",
  "PORT",
  "HOST",
  "ORIGIN",
  "DATA_DIR",
  "DATABASE_URL",
  "FORCE_COLOR",
];

function cleanEnvironment() {
  const given = Object.entries(process.env).filter(([name]) => !NOT_PASSED_ON.includes(name));
  return { CI: "1", ...Object.fromEntries(given), NO_COLOR: "1" };
}

/**
 * Runs every check, whatever fails; returns the sum.
 * @param {Check[]} checks
 * @returns {Promise<Count>}
 */
export async function runChecks(checks) {
  const env = cleanEnvironment();
  const waiting = [...checks];
  /** @type {Map<string, boolean>} */
  const ended = new Map();
  const total = { passed: 0, failed: 0 };
  /** @type {Set<{ check: Check, done: Promise<void> }>} */
  const running = new Set();

  /** @param {Check} check */
  const ready = (check) =>
    (check.after ?? []).every((name) => ended.has(name)) && (!check.alone || running.size === 0);
  const mayStart = () =>
    running.size < LANES && ![...running].some(({ check }) => check.alone === true);
  /** @param {Check} check */
  const begin = (check) => {
    const entry = { check, done: Promise.resolve() };
    running.add(entry);
    entry.done = runCheck(check, { env, ended }).then((count) => {
      ended.set(check.name, count.failed === 0);
      total.passed += count.passed;
      total.failed += count.failed;
      running.delete(entry);
    });
  };

  while (waiting.length > 0 || running.size > 0) {
    const next = mayStart() ? waiting.find(ready) : undefined;
    if (next !== undefined) {
      waiting.splice(waiting.indexOf(next), 1);
      begin(next);
    } else await Promise.race([...running].map(({ done }) => done));
  }
  return total;
}

/**
 * @param {Check} check
 * @param {{ env: Record<string, string | undefined>, ended: Map<string, boolean> }} state
 * @returns {Promise<Count>}
 */
async function runCheck(check, { env, ended }) {
  const lacking = (check.after ?? []).filter((name) => ended.get(name) === false);
  if (lacking.length > 0) {
    say(`FAILED  ${check.name}: not run, since this failed: ${lacking.join(", ")}`);
    return { passed: 0, failed: 1 };
  }
  say(`...     ${check.name}`);
  const options = { env: { ...env, ...check.env }, timeoutMs: LONGEST_MS };
  const { code, output, seconds } = await runNode(check.args, options);
  const count = countOf(check, code);
  const time = `${seconds.toFixed(0)} s`;
  if (count.failed === 0) {
    say(`ok      ${check.name}: ${count.passed} passed, ${time}`);
  } else {
    say(`FAILED  ${check.name}: ${count.passed} passed, ${count.failed} failed, ${time}`);
    say(`${output.trimEnd()}\n        (end of ${check.name})`);
  }
  return count;
}

/** A check that ended badly never counts as clean, whatever its report says.
 * @param {Check} check @param {number} code @returns {Count} */
function countOf(check, code) {
  const bad = code === 0 ? 0 : 1;
  if (check.count === undefined) return { passed: 1 - bad, failed: bad };
  try {
    const { passed, failed } = check.count();
    return { passed, failed: Math.max(failed, bad) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
