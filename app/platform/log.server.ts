import { pino, type Logger } from "pino";
import { describeError } from "./error-log.server";
import type { LogLevel } from "./environment.server";

export type Log = Logger;

/**
 * Never written, wherever they stand: secrets, and text that people typed.
 * The request log takes method, path, status and time only, so these catch what is logged by mistake.
 */
const HIDDEN_KEYS = [
  "password",
  "currentPassword",
  "newPassword",
  "passphrase",
  "passwordHash",
  "cookie",
  "cookies",
  "set-cookie",
  "authorization",
  "token",
  "secret",
  "clientSecret",
  "body",
  "formData",
  "commentary",
];

const redact = {
  paths: HIDDEN_KEYS.flatMap((key) => [`["${key}"]`, `*["${key}"]`, `*.*["${key}"]`]),
  censor: "[hidden]",
};

/** The log: one JSON object a line. `destination` is for tests; otherwise standard output. */
export function createLog({ level, destination }: LogInput): Log {
  const options = {
    level,
    redact,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

type LogInput = { level: LogLevel; destination?: { write(line: string): void } };

/**
 * The part of an address that may be logged: no query string, where tokens and searches stand, and not the secret
 * of an invitation's link.
 */
export function loggablePath(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? "";
  return path.replace(/^\/invitation\/[^/.]+/, "/invitation/[hidden]");
}
