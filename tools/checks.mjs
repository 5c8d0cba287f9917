// The checks of `npm test` and `npm run validate`, and how their results are counted.
import { readFileSync } from "node:fs";

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {object} Check
 * @property {string} name
 * @property {string[]} args what Node runs
 * @property {Record<string, string>} [env] beside the environment of all checks
 * @property {string[]} [after] names of checks that must have passed first
 * @property {boolean} [alone] whether it needs the machine to itself
 * @property {() => Count} [count] reads its report; without one a check counts as one
 */

const VITEST = "node_modules/vitest/vitest.mjs";
const TSC = "node_modules/typescript/bin/tsc";

/** @type {Check} */
const format = { name: "format", args: ["node_modules/prettier/bin/prettier.cjs", "--check", "."] };
/** @type {Check} */
const lint = {
  name: "lint",
  args: ["node_modules/eslint/bin/eslint.js", ".", "--max-warnings", "0"],
};
/** @type {Check} */
const types = { name: "types", args: [TSC, "--noEmit"] };
/** @type {Check} */
const typesPg = { name: "types, PostgreSQL", args: [TSC, "--noEmit", "-p", "tsconfig.pg.json"] };

/**
 * @param {string} name @param {string} report where its JSON goes @param {string[]} projects
 * @returns {Check} */
function vitest(name, report, projects) {
  const chosen = projects.flatMap((project) => ["--project", project]);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return { name, args: [VITEST, "run", ...chosen, ...reporters], count: () => vitestCount(report) };
}

/** What `npm run validate` runs. @param {string} folder for reports @returns {Check[]} */
export function quickChecks(folder) {
  const projects = ["architecture", "unit", "sqlite"];
  return [vitest("tests", `${folder}/vitest.json`, projects), types, typesPg, lint, format];
}

/** What `npm test` runs. @param {string} folder for reports @returns {Check[]} */
export function allChecks(folder) {
  const projects = ["architecture", "unit", "sqlite", "pglite", "routes", "pdf"];
  const browser = `${folder}/playwright.json`;
  return [
    { name: "build", args: ["tools/build.mjs"] },
    types,
    vitest("tests", `${folder}/vitest.json`, projects),
    typesPg,
    lint,
    format,
    {
      ...vitest("the running server", `${folder}/system.json`, ["system"]),
      after: ["build"],
      alone: true,
    },
    {
      name: "browser",
      args: ["node_modules/@playwright/test/cli.js", "test"],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: browser },
      after: ["build"],
      alone: true,
      count: () => playwrightCount(browser),
    },
  ];
}

/** @param {string} report @returns {Count} */
function vitestCount(report) {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
  // A file that could not be loaded has no tests in it, and must not go unnoticed.
  const broken = testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ file) =>
      file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

/** @param {string} report @returns {Count} */
function playwrightCount(report) {
  const { stats, errors } = JSON.parse(readFileSync(report, "utf8"));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}
