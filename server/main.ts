import { createServer } from "node:http";
import { ConfigError, loadConfig } from "~/platform/config.server";

const flags = new Set(process.argv.slice(2));

/** `--production`: the rules of `npm run serve`. `--development`: sources through Vite. */
try {
  const config = loadConfig({ env: process.env, production: flags.has("--production") });
  // Only now, so that a wrong setting is told before anything is opened.
  const { startService } = await import("./service");
  await startService({ config, server: createServer(), development: flags.has("--development") });
} catch (error) {
  const known = error instanceof ConfigError;
  process.stderr.write(`${known ? error.message : whatFailed(error)}\n`);
  process.exit(1);
}

function whatFailed(error: unknown): string {
  if (!(error instanceof Error)) return "The service could not start.";
  if ("code" in error && error.code === "EADDRINUSE") {
    return "The port is in use: another program listens there. Stop it, or set PORT to another number.";
  }
  return `The service could not start: ${error.stack ?? error.message}`;
}
