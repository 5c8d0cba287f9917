// The built server with a fresh demonstration in a folder of its own, for tests in a browser.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildIfStale } from "./build-steps.mjs";
import { prepareDemo } from "./demo.mjs";
import { ROOT, runNode } from "./run-node.mjs";
import { step } from "./say.mjs";

process.chdir(ROOT);
const folder = mkdtempSync(path.join(tmpdir(), "inclusion-review-e2e-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
await buildIfStale();
Object.assign(process.env, {
  NODE_ENV: "production",
  DEMO: "1",
  DATA_DIR: folder,
  HOST: "127.0.0.1",
});
process.env["LOG_LEVEL"] ??= "warn";
for (const name of ["TEST_CLOCK", "DATABASE_URL", "ORIGIN", "TRUST_PROXY", "SMTP_URL"])
  delete process.env[name];
await prepareDemo(process.env);
await step("Adding the schools of the tests", {
  doing: () => runNode(["--import", "tsx", "tests/e2e/world/prepare.ts"]),
  remedy: "read the message above: a service refused what the tests' plan asks for.",
});
await import("tsx");
const { startProvider } = await import("../tests/support/oidc-provider/start-provider.ts");
const provider = await startProvider({
  origin: `http://${process.env["HOST"]}:${process.env["PORT"] ?? "3000"}`,
});
Object.assign(process.env, {
  OIDC_NAME: "County login",
  OIDC_ISSUER: provider.issuer,
  OIDC_CLIENT_ID: provider.clientId,
  OIDC_CLIENT_SECRET: provider.clientSecret,
});
await import("../server/main.ts");
