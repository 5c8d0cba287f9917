// The production build: Remix on Vite, then smaller copies of the browser files.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { ROOT, runNode } from "./run-node.mjs";
import { step } from "./say.mjs";

const SOURCES = [
  "app",
  "db",
  "public",
  "remix.config.js",
  "vite.config.ts",
  "vite.worker.config.ts",
  "tsconfig.json",
  "package-lock.json",
];
const STAMP = path.join(ROOT, "build/.stamp");
const WORTH_SQUEEZING = /\.(css|html|ico|js|json|map|svg|txt|webmanifest)$/;

/** Builds where the sources changed since the last build. */
export async function buildIfStale() {
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === sourceHash()) return;
  await step("Building the pages", {
    doing: build,
    remedy: "read the message above; `git status` shows whether a source file was changed here.",
  });
}

/** Builds in any case.
 * @returns {Promise<{ code: number, output: string, seconds: number }>} */
export async function build() {
  const stamp = sourceHash();
  rmSync(path.join(ROOT, "build"), { recursive: true, force: true });
  const env = { ...process.env, NODE_ENV: "production" };
  const result = await runNode(["node_modules/@remix-run/dev/dist/cli.js", "vite:build"], { env });
  if (result.code !== 0) return result;
  const vite = ["node_modules/vite/bin/vite.js", "build", "--config", "vite.worker.config.ts"];
  const worker = await runNode(vite, { env });
  if (worker.code !== 0) return worker;
  await precompress(path.join(ROOT, "build/client"));
  writeFileSync(STAMP, stamp);
  return result;
}

/** @param {string} place */
function filesUnder(place) {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(place, name))
    .filter((file) => statSync(file).isFile())
    .sort();
}

/** A hash over the names and contents of everything the build reads. */
function sourceHash() {
  const hash = createHash("sha256").update(process.versions.node);
  for (const file of SOURCES.flatMap((source) => filesUnder(path.join(ROOT, source)))) {
    hash.update(path.relative(ROOT, file)).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/** @param {string} folder */
async function precompress(folder) {
  const brotli = promisify(brotliCompress);
  const squeeze = promisify(gzip);
  for (const file of filesUnder(folder).filter((name) => WORTH_SQUEEZING.test(name))) {
    const bytes = readFileSync(file);
    if (bytes.length < 1024) continue;
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
    writeFileSync(`${file}.br`, await brotli(bytes, { params }));
    writeFileSync(`${file}.gz`, await squeeze(bytes, { level: 9 }));
  }
}
