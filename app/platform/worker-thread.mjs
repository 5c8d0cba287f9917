// The thread side of `worker-pool.server.ts`: loads the task's module once and calls its `run`.
// Plain JavaScript, since Node starts a thread before anything could teach it TypeScript.
import { parentPort } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();

/**
 * @param {{ moduleUrl: string, data: unknown }} request
 * @returns {Promise<import("./worker-pool.server").TaskAnswer>}
 */
async function answer({ moduleUrl, data }) {
  try {
    const { run } = await import(moduleUrl);
    return { ok: true, value: await run(data) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? (error.stack ?? "") : String(error) };
  }
}

parentPort?.on("message", (request) => {
  void answer(request).then((reply) => parentPort?.postMessage(reply));
});
