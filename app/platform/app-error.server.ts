/** Why a service stopped. Each has a status and a public message in `error-response.server.ts`. */
export const APP_ERROR_CODES = [
  "bad-request",
  "sign-in-needed",
  "forbidden",
  "not-found",
  "conflict",
  "other-writer",
  "closed",
  "too-large",
  "invalid",
  "too-many",
  "unavailable",
] as const;
export type AppErrorCode = (typeof APP_ERROR_CODES)[number];

/** Facts about the stop: ids, names of fields, seconds to wait. Never text that people typed. */
export type AppErrorDetails = Record<string, unknown>;

/** Thrown by services, only to stop; what a person can cause is a `Result` instead. */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly details: AppErrorDetails;

  constructor(code: AppErrorCode, details: AppErrorDetails = {}) {
    super(code);
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}

/**
 * Whether a thing thrown is an `AppError`. Told by its shape: the server and the built routes each
 * load their own copy of this module, so `instanceof` would miss one thrown across.
 */
export function isAppError(thrown: unknown): thrown is AppError {
  if (!(thrown instanceof Error) || thrown.name !== "AppError") return false;
  return "code" in thrown && APP_ERROR_CODES.some((code) => code === thrown.code);
}
