import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

export type PostgresServer = { url: string; stop: () => void };

const INSTALLED = "/usr/lib/postgresql";

/**
 * A PostgreSQL server for concurrency tests: the one at `PG_TEST_URL` (an empty database that may be written to),
 * or one started in a temporary folder from Debian's packages; null when neither is there.
 */
export async function findPostgresServer(): Promise<PostgresServer | null> {
  const given = process.env["PG_TEST_URL"];
  if (given !== undefined && given !== "") return { url: given, stop: () => undefined };
  const programs = installedPrograms();
  return programs === null ? null : start(programs);
}

function installedPrograms(): string | null {
  if (!existsSync(INSTALLED)) return null;
  const versions = readdirSync(INSTALLED).sort((a, b) => Number(b) - Number(a));
  const folders = versions.map((version) => path.join(INSTALLED, version, "bin"));
  return folders.find((folder) => existsSync(path.join(folder, "initdb"))) ?? null;
}

/** The server refuses to run as root, so root runs it as the package's own user. */
const asServerUser = (program: string, args: string[]) =>
  process.getuid?.() === 0
    ? spawnSync("runuser", ["-u", "postgres", "--", program, ...args], { encoding: "utf8" })
    : spawnSync(program, args, { encoding: "utf8" });

async function start(programs: string): Promise<PostgresServer> {
  const folder = mkdtempSync(path.join(tmpdir(), "inclusion-review-postgres-"));
  chmodSync(folder, 0o777);
  const data = path.join(folder, "data");
  const port = await freePort();
  const settings = `-h 127.0.0.1 -p ${port} -k ${folder} -c fsync=off`;
  const log = path.join(folder, "log");
  run(path.join(programs, "initdb"), ["-D", data, "-U", "review", "-A", "trust", "-E", "UTF8"]);
  const control = path.join(programs, "pg_ctl");
  run(control, ["-D", data, "-o", settings, "-l", log, "-w", "start"]);
  return {
    url: `postgres://review@127.0.0.1:${port}/postgres`,
    stop: () => {
      run(control, ["-D", data, "-m", "immediate", "-w", "stop"]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function run(program: string, args: string[]): void {
  const done = asServerUser(program, args);
  if (done.status !== 0) throw new Error(`${program} did not work: ${done.stdout}${done.stderr}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
