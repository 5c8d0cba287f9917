import { existsSync } from "node:fs";
import path from "node:path";
import { readEnvironment, type LogLevel } from "./environment.server";
import { oidcProblems, oidcProviders, type OidcProvider } from "./oidc-providers.server";

/** The settings of this installation, read once at start from the environment. */
export type Config = {
  /** True under `npm run serve`: no demonstration, no development key, no stopped clock. */
  production: boolean;
  host: string;
  /** 0 asks the machine for any free port. */
  port: number;
  /** The public address, scheme and host, no closing slash. Links and verify addresses start with it. */
  origin: string;
  /** Absolute path of the folder that holds database, keys and backups. */
  dataDir: string;
  /** A PostgreSQL address, or `file:PATH`; undefined is SQLite in `dataDir`. */
  databaseUrl: string | undefined;
  smtpUrl: string | undefined;
  /** The address mails come from. */
  mailFrom: string;
  /** The sealing key, a PKCS#12 file; undefined (never in production) is a development key in `dataDir`. */
  seal: { p12: string; passphrase: string } | undefined;
  tsaUrl: string | undefined;
  /** Where people may sign in with an account they have elsewhere; empty is nowhere. */
  oidc: readonly OidcProvider[];
  /** How many proxies stand in front, or their addresses; false is none. */
  trustProxy: number | string | false;
  logLevel: LogLevel;
  demo: boolean;
  demoPassword: string;
  /** Stands the clock still; only outside production. */
  testClock: Date | undefined;
};

/** The environment cannot be used. `problems` are plain sentences, one for each setting. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(["These settings need changing:", ...problems.map((line) => `  - ${line}`)].join("\n"));
    this.name = "ConfigError";
    this.problems = problems;
  }
}

/**
 * Reads the settings from an environment.
 * `production` is said by the command (`npm run serve`), not by NODE_ENV, so that the demonstration
 * starts the same where a shell happens to have NODE_ENV=production.
 * @throws {ConfigError} listing every problem at once
 */
export function loadConfig({ env, production }: LoadInput): Config {
  const read = readEnvironment(env);
  if (!read.ok) throw new ConfigError(read.problem);
  const problems = [
    ...pairProblems(read.value),
    ...oidcProblems(read.value, { production }),
    ...(production ? productionProblems(env) : []),
  ];
  if (problems.length > 0) throw new ConfigError(problems);
  return toConfig(read.value, production);
}

type LoadInput = { env: Record<string, string | undefined>; production: boolean };
type Settings = Extract<ReturnType<typeof readEnvironment>, { ok: true }>["value"];

/** Settings that only make sense together. */
function pairProblems(settings: Settings): string[] {
  const problems: string[] = [];
  if (settings.SEAL_P12 !== undefined && settings.SEAL_PASSPHRASE === undefined) {
    problems.push("SEAL_PASSPHRASE is missing: write the passphrase of the file in SEAL_P12.");
  }
  if (settings.SEAL_P12 !== undefined && !existsSync(settings.SEAL_P12)) {
    problems.push(`SEAL_P12: there is no file at ${settings.SEAL_P12}.`);
  }
  return problems;
}

/** What may never reach a live installation (design.md section 8). */
function productionProblems(env: LoadInput["env"]): string[] {
  const problems: string[] = [];
  if (!env["ORIGIN"]) {
    problems.push("ORIGIN is missing: write the public address, like https://review.example.org.");
  }
  if (!env["SEAL_P12"]) {
    problems.push(
      "SEAL_P12 is missing: the development sealing key may not sign live documents. Write the path of your PKCS#12 file.",
    );
  }
  if (!env["SMTP_URL"]) {
    problems.push(
      "SMTP_URL is missing: invitations and new passwords leave by mail. Write your mail server, like smtp://mail.example.org:587.",
    );
  }
  if (env["DEMO"] && env["DEMO"] !== "0") {
    problems.push("DEMO is set: a live installation has no demonstration accounts. Unset DEMO.");
  }
  if (env["TEST_CLOCK"]) {
    problems.push("TEST_CLOCK is set: a live installation uses the real time. Unset TEST_CLOCK.");
  }
  return problems;
}

function toConfig(settings: Settings, production: boolean): Config {
  const { SEAL_P12: p12, SEAL_PASSPHRASE: passphrase } = settings;
  return {
    production,
    host: settings.HOST,
    port: settings.PORT,
    origin: settings.ORIGIN ?? `http://${settings.HOST}:${settings.PORT}`,
    dataDir: path.resolve(settings.DATA_DIR),
    databaseUrl: settings.DATABASE_URL,
    smtpUrl: settings.SMTP_URL,
    mailFrom: settings.MAIL_FROM ?? senderAt(settings.ORIGIN),
    seal: p12 !== undefined && passphrase !== undefined ? { p12, passphrase } : undefined,
    tsaUrl: settings.TSA_URL,
    oidc: oidcProviders(settings),
    trustProxy: settings.TRUST_PROXY,
    logLevel: settings.LOG_LEVEL,
    demo: settings.DEMO,
    demoPassword: settings.DEMO_PASSWORD,
    testClock: settings.TEST_CLOCK,
  };
}

/** No mail leaves for the world without an ORIGIN, so what stands in for it only has to look like an address. */
function senderAt(origin: string | undefined): string {
  return `no-reply@${origin === undefined ? "inclusion-review.test" : new URL(origin).hostname}`;
}
