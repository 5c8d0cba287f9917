// The programs outside npm that the tests use: a browser, and two that look into PDFs.
import { findChromium, findProgram } from "./find-program.mjs";
import { run } from "./run-node.mjs";
import { say } from "./say.mjs";

const WANTED = [
  { title: "Chromium", debian: "chromium", find: findChromium },
  {
    title: "poppler-utils (pdfsig, pdfinfo)",
    debian: "poppler-utils",
    find: () => findProgram("pdfsig"),
  },
  { title: "qpdf", debian: "qpdf", find: () => findProgram("qpdf") },
];

const missing = () => WANTED.filter(({ find }) => find() === undefined);

/** Installs what is missing where that is possible, as root on Debian; says what to install otherwise.
 * @returns {Promise<boolean>} whether everything is there */
export async function ensureTestPrograms() {
  if (missing().length > 0) await installFromDebian(missing().map(({ debian }) => debian));
  for (const { title, debian } of missing()) {
    say(`Missing: ${title}. Install it (Debian, Ubuntu: apt-get install -y ${debian}).`);
  }
  const chromium = findChromium();
  if (chromium !== undefined) process.env["CHROMIUM"] = chromium;
  else say("Or set CHROMIUM to the path of a Chromium or Chrome.");
  return missing().length === 0;
}

/** @param {string[]} packages */
async function installFromDebian(packages) {
  if (process.getuid?.() !== 0 || findProgram("apt-get") === undefined) return;
  say(`Installing from Debian: ${packages.join(", ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const timeoutMs = 5 * 60 * 1000;
  await run("apt-get", ["update", "-qq"], { env, timeoutMs });
  const args = ["install", "-y", "-qq", "--no-install-recommends", ...packages];
  const { code, output } = await run("apt-get", args, { env, timeoutMs });
  if (code !== 0) say(output.trimEnd());
}
