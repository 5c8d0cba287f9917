import { ConfigError } from "./config.server";

/** A command cannot go on for a reason its user can mend; the message says which. */
export class CommandError extends Error {
  override name = "CommandError";
}

/**
 * Runs the body of a command. What its user can mend is said in plain words, anything else with where
 * it happened; both end the process with 1.
 */
export async function runCommand(body: () => Promise<void>): Promise<void> {
  try {
    await body();
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`);
    process.exitCode = 1;
  }
}

function messageOf(error: unknown): string {
  if (error instanceof ConfigError || error instanceof CommandError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
