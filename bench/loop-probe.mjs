// Loaded into the service before its own code: tells how long the event loop was held and how much memory was taken
// since it was last asked. Nothing of the service knows of it.
import { createServer } from "node:http";
import { monitorEventLoopDelay } from "node:perf_hooks";
import process from "node:process";
import { setInterval } from "node:timers";
import { isMainThread } from "node:worker_threads";

/** A timer comes each so many milliseconds; what it is late by is the delay. */
const RESOLUTION_MS = 5;
const SAMPLE_MS = 20;

if (isMainThread) {
  const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  loop.enable();
  let peak = 0;
  const sample = () => (peak = Math.max(peak, process.memoryUsage.rss()));
  setInterval(sample, SAMPLE_MS).unref();
  /** @param {number} nanoseconds */
  const late = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
  createServer((_request, response) => {
    sample();
    const told = {
      p99: late(loop.percentile(99)),
      longest: late(loop.max),
      peakMb: peak / 2 ** 20,
    };
    response.end(JSON.stringify(told));
    loop.reset();
    peak = 0;
  })
    .listen(Number(process.env.PROBE_PORT), "127.0.0.1")
    .unref();
}
