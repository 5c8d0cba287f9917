/** An error as the log writes it: where it happened, never the values that were being saved. */
export type LoggedError = {
  name: string;
  message: string;
  code?: string;
  frames: string[];
  cause?: LoggedError;
};

/**
 * Turns a thrown value into what may be logged. Database errors carry the parameters of the query,
 * which are people's words, after "params:"; they are cut off, and so is the copy of the message at
 * the top of `stack`.
 */
export function describeError(thrown: unknown, depth = 0): LoggedError {
  if (!(thrown instanceof Error)) return { name: typeof thrown, message: "", frames: [] };
  const described: LoggedError = {
    name: thrown.name,
    message: (thrown.message.split(/\n?params:/, 1)[0] ?? "").slice(0, 2000),
    frames: (thrown.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)),
  };
  if ("code" in thrown && typeof thrown.code === "string") described.code = thrown.code;
  if (thrown.cause !== undefined && depth < 3) {
    described.cause = describeError(thrown.cause, depth + 1);
  }
  return described;
}
