import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { ConfigError, loadConfig } from "~/platform/config.server";

const A_FILE = fileURLToPath(import.meta.url);

/** The least a live installation needs. */
const LIVE = {
  ORIGIN: "https://review.example.org",
  SEAL_P12: A_FILE,
  SEAL_PASSPHRASE: "a passphrase",
  SMTP_URL: "smtp://mail.example.org:587",
};

function problemsOf(env: Record<string, string>, production = false): readonly string[] {
  try {
    loadConfig({ env, production });
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe("settings", () => {
  it("needs none to try the service", () => {
    const config = loadConfig({ env: {}, production: false });
    expect(config).toMatchObject({
      host: "127.0.0.1",
      port: 3000,
      origin: "http://127.0.0.1:3000",
      demo: false,
      demoPassword: "inclusion-demo",
      trustProxy: false,
      seal: undefined,
      testClock: undefined,
    });
    expect(config.dataDir).toBe(`${process.cwd()}/data`);
  });

  it("treats an empty setting as a missing one", () => {
    expect(loadConfig({ env: { PORT: "", ORIGIN: "" }, production: false }).port).toBe(3000);
  });

  it("lists every problem at once, in words that say what to write", () => {
    const env = {
      PORT: "eighty",
      ORIGIN: "review",
      SMTP_URL: "mail",
      LOG_LEVEL: "loud",
      DEMO: "y",
    };
    expect(problemsOf(env)).toEqual([
      "PORT: write a whole number from 0 to 65535.",
      "ORIGIN: write an address like https://review.example.org.",
      "SMTP_URL: write an address like smtp://mail.example.org:587.",
      "LOG_LEVEL: write one of fatal, error, warn, info, debug, trace, silent.",
      "DEMO: write 1 or 0.",
    ]);
  });

  it("never repeats a value, since it may be a secret", () => {
    const env = { DATABASE_URL: "mysql://root:hunter2@db/x", DEMO_PASSWORD: "hunter2" };
    const problems = problemsOf(env);
    expect(problems).toHaveLength(2);
    expect(problems.join(" ")).not.toContain("hunter2");
  });

  it("refuses an origin with a path", () => {
    expect(problemsOf({ ORIGIN: "https://example.org/review" })).toEqual([
      "ORIGIN: write scheme and host only, like https://review.example.org, with no path after it.",
    ]);
  });

  it.each([
    ["ORIGIN", { ORIGIN: "" }],
    ["SEAL_P12", { SEAL_P12: "" }],
    ["SEAL_PASSPHRASE", { SEAL_PASSPHRASE: "" }],
    ["SMTP_URL", { SMTP_URL: "" }],
    ["DEMO", { DEMO: "1" }],
    ["TEST_CLOCK", { TEST_CLOCK: "2026-11-22T14:02:00Z" }],
  ])("refuses to go live over %s", (name, change) => {
    const problems = problemsOf({ ...LIVE, ...change }, true);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} is `));
  });

  it("sends mail from the public address unless told otherwise", () => {
    expect(loadConfig({ env: LIVE, production: true }).mailFrom).toBe(
      "no-reply@review.example.org",
    );
    const env = { MAIL_FROM: "inclusion@kent.example" };
    expect(loadConfig({ env, production: false }).mailFrom).toBe("inclusion@kent.example");
    expect(problemsOf({ MAIL_FROM: "kent" })).toEqual([
      "MAIL_FROM: write an address like no-reply@review.example.org.",
    ]);
  });

  it("goes live with an origin and a sealing key", () => {
    expect(problemsOf(LIVE, true)).toEqual([]);
    const { seal } = loadConfig({ env: LIVE, production: true });
    expect(seal).toEqual({ p12: A_FILE, passphrase: "a passphrase" });
  });

  it("names a sealing key that is not there", () => {
    expect(problemsOf({ ...LIVE, SEAL_P12: "/nowhere/key.p12" }, true)).toEqual([
      "SEAL_P12: there is no file at /nowhere/key.p12.",
    ]);
  });

  it("takes single sign-on whole or not at all", () => {
    expect(problemsOf({ OIDC_ISSUER: "https://login.example.org" })).toEqual([
      "Set all of OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, or none of them. Missing: OIDC_CLIENT_ID, OIDC_CLIENT_SECRET.",
    ]);
  });

  it("stands the clock still where a test asks", () => {
    const config = loadConfig({ env: { TEST_CLOCK: "2026-11-22T14:02:00Z" }, production: false });
    expect(config.testClock?.toISOString()).toBe("2026-11-22T14:02:00.000Z");
  });

  it.each([
    ["0", false],
    ["1", 1],
    ["loopback", "loopback"],
    ["10.0.0.0/8, 127.0.0.1", "10.0.0.0/8, 127.0.0.1"],
  ])("reads TRUST_PROXY %s", (written, read) => {
    expect(loadConfig({ env: { TRUST_PROXY: written }, production: false }).trustProxy).toBe(read);
  });

  it("does not trust every proxy there is", () => {
    expect(problemsOf({ TRUST_PROXY: "true" })).toHaveLength(1);
  });
});
