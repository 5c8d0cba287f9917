import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig } from "@playwright/test";
import { findChromium } from "./tools/find-program.mjs";

/** Asked of the machine once; the processes of the tests inherit it. */
function freePort(): string {
  const program = `const s = require("node:net").createServer();
    s.listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); });`;
  return execFileSync(process.execPath, ["-e", program], { encoding: "utf8" }).trim();
}

const port = (process.env["E2E_PORT"] ??= freePort());
/** Where the server's start writes down who and what the tests may use. */
const world = (process.env["E2E_WORLD"] ??= path.join(tmpdir(), `e2e-world-${port}.json`));
const baseURL = `http://127.0.0.1:${port}`;
const report = process.env["PLAYWRIGHT_JSON_OUTPUT_FILE"];

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  workers: 2,
  // A journey looks at each of its pages for everybody: most of a minute where the machine has other work.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: report === undefined ? [["list"]] : [["list"], ["json", { outputFile: report }]],
  use: {
    baseURL,
    locale: "en-GB",
    timezoneId: "Europe/London",
    // Recording every step takes a good part of the time: TRACE=1 asks for it where a failure wants looking into.
    trace: process.env["TRACE"] === undefined ? "off" : "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: findChromium() },
  },
  webServer: {
    command: "node tools/e2e-server.mjs",
    env: { PORT: port, E2E_WORLD: world },
    url: `${baseURL}/readyz`,
    reuseExistingServer: false,
    timeout: 180_000,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
  },
});
