import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as rest } from "node:timers/promises";

export type RunningServer = {
  origin: string;
  port: number;
  dataDir: string;
  /** What it wrote so far, log lines and all. */
  output: () => string;
  signal: (name: "SIGTERM" | "SIGKILL") => void;
  /** Waits for its end; resolves to the exit code, null after a kill. */
  ended: () => Promise<number | null>;
};

/** A new empty folder for a server's data; the caller removes it. */
export function aDataFolder(): string {
  return mkdtempSync(path.join(tmpdir(), "inclusion-review-system-"));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

type Options = { dataDir: string; port?: number; env?: Record<string, string>; flags?: string[] };

/** Starts the built server without waiting for it, with none of the shell's own settings. */
export function launchServer({ dataDir, port = 0, env = {}, flags = [] }: Options): {
  process: ChildProcess;
  output: () => string;
} {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", "server/main.ts", ...flags], {
    env: { PATH, HOME, NODE_ENV: "production", DATA_DIR: dataDir, PORT: String(port), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let written = "";
  child.stdout.on("data", (chunk: Buffer) => void (written += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => void (written += chunk.toString()));
  return { process: child, output: () => written };
}

/** Starts the built server and waits until it answers. Throws with its output when it ends instead. */
export async function startServer(options: Options): Promise<RunningServer> {
  const port = options.port ?? (await freePort());
  const { process: child, output } = launchServer({ ...options, port });
  const exit = once(child, "exit").then(([code]: (number | null)[]) => code ?? null);
  const origin = `http://127.0.0.1:${port}`;
  while (!(await answers(origin))) {
    if (child.exitCode !== null) throw new Error(`The server ended: ${output()}`);
    await rest(50);
  }
  return {
    origin,
    port,
    dataDir: options.dataDir,
    output,
    signal: (name) => void child.kill(name),
    ended: () => exit,
  };
}

async function answers(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/readyz`)).ok;
  } catch {
    return false;
  }
}

/** A port nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}
