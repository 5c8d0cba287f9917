// Runs a Node program of this repository and tells how it ended.
import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's own folder, wherever a command was started from. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, show?: boolean, timeoutMs?: number }} [options]
 *   `show` passes the output straight on; otherwise it is collected
 * @returns {Promise<{ code: number, output: string, seconds: number }>}
 */
export function run(command, args, { env = process.env, show = false, timeoutMs = 0 } = {}) {
  const started = performance.now();
  return new Promise((resolve) => {
    /** @type {import("node:child_process").SpawnOptions} */
    const options = {
      cwd: ROOT,
      env: /** @type {NodeJS.ProcessEnv} */ (env),
      stdio: show ? "inherit" : ["ignore", "pipe", "pipe"],
      detached: timeoutMs > 0,
    };
    const child = spawn(command, args, options);
    let output = "";
    const collect = (/** @type {Buffer} */ chunk) => void (output += chunk.toString());
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    const timer = timeoutMs > 0 ? setTimeout(() => stop(), timeoutMs) : undefined;
    const stop = () => {
      output += `\nStopped after ${timeoutMs / 1000} seconds.\n`;
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    };
    const end = (/** @type {number} */ code) => {
      clearTimeout(timer);
      resolve({ code, output, seconds: (performance.now() - started) / 1000 });
    };
    child.once("error", (error) => {
      output += String(error);
      end(127);
    });
    child.once("close", (code) => end(code ?? 1));
  });
}

/**
 * The same, with the Node that is running now.
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}
