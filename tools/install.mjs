// Makes sure that Node is new enough and that the packages of the lock file are installed.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { findProgram } from "./find-program.mjs";
import { ROOT, run, runNode } from "./run-node.mjs";
import { say, step, stopWith } from "./say.mjs";

const OLDEST_NODE = [20, 19];

const TOOLCHAIN = `One package, better-sqlite3, may need compiling. For that install a C++ compiler, make and Python 3:
  Debian, Ubuntu:  apt-get install -y g++ make python3
  Fedora:          dnf install -y gcc-c++ make python3
  macOS:           xcode-select --install`;

/** Installs what is missing; does nothing where everything is there. */
export async function ensureInstalled() {
  checkNode();
  if (!packagesMatchLock()) await installPackages();
  if (!(await databaseLoads())) await rebuildDatabase();
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldMajor = 0, oldMinor = 0] = OLDEST_NODE;
  if (major > oldMajor || (major === oldMajor && minor >= oldMinor)) return;
  stopWith(
    `This needs Node ${oldMajor}.${oldMinor} or newer; here is ${process.versions.node}. Install Node 20, 22 or 24 from https://nodejs.org and run it again.`,
  );
}

async function installPackages() {
  const missing = missingToolchain();
  if (missing.length > 0) say(`Not found here: ${missing.join(", ")}.\n${TOOLCHAIN}\n`);
  await step("Installing packages, about two minutes the first time", {
    doing: () => npm(["ci", "--include=dev", "--no-audit", "--no-fund"]),
    remedy: `check that the npm registry can be reached, then run the command again.\n${TOOLCHAIN}`,
  });
}

function missingToolchain() {
  const wanted = {
    "a C++ compiler": ["c++", "g++", "clang++"],
    make: ["make", "gmake"],
    "Python 3": ["python3"],
  };
  return Object.entries(wanted)
    .filter(([, names]) => findProgram(...names) === undefined)
    .map(([title]) => title);
}

/** Whether every package that this machine needs is there, in the version of the lock file. */
function packagesMatchLock() {
  const installed = path.join(ROOT, "node_modules/.package-lock.json");
  if (!existsSync(installed)) return false;
  const have = JSON.parse(readFileSync(installed, "utf8")).packages;
  const want = JSON.parse(readFileSync(path.join(ROOT, "package-lock.json"), "utf8")).packages;
  return Object.entries(want).every(
    ([name, entry]) =>
      name === "" || entry.optional || entry.devOptional || have[name]?.version === entry.version,
  );
}

/** Whether the compiled database module fits this version of Node. */
async function databaseLoads() {
  const { code } = await runNode(["-e", "new (require('better-sqlite3'))(':memory:').close()"]);
  return code === 0;
}

async function rebuildDatabase() {
  await step("Compiling the database module for this Node", {
    doing: () => npm(["rebuild", "better-sqlite3"]),
    remedy: TOOLCHAIN,
  });
}

/** @param {string[]} args */
function npm(args) {
  const own = process.env["npm_execpath"];
  if (own?.endsWith(".js")) return runNode([own, ...args]);
  return run("npm", args);
}
