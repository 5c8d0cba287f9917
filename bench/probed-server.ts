import path from "node:path";
import { pathToFileURL } from "node:url";
import { freePort, startServer, type RunningServer } from "~tests/support/running-server";

/** Milliseconds that the event loop was held, and the most memory of the whole process, since the last reading. */
export type Reading = { p99: number; longest: number; peakMb: number };

export type ProbedServer = { server: RunningServer; read: () => Promise<Reading> };

/** The built service over a folder, with `loop-probe.mjs` in it and settings beside the usual ones. */
export async function startProbed(
  dataDir: string,
  settings: Record<string, string> = {},
): Promise<ProbedServer> {
  const probePort = await freePort();
  const probe = pathToFileURL(path.resolve("bench/loop-probe.mjs")).href;
  const env = {
    DEMO: "1",
    LOG_LEVEL: "warn",
    NODE_OPTIONS: `--import ${probe}`,
    PROBE_PORT: String(probePort),
    ...settings,
  };
  const server = await startServer({ dataDir, env });
  const read = async () => {
    const told = await fetch(`http://127.0.0.1:${probePort}`);
    return (await told.json()) as Reading;
  };
  return { server, read };
}
