import { describe, expect, it } from "vitest";
import { APP_ERROR_CODES, AppError, isAppError } from "~/platform/app-error.server";
import { publicError, toErrorResponse } from "~/platform/error-response.server";

describe("errors and what people are told", () => {
  it.each([
    ["bad-request", 400],
    ["sign-in-needed", 401],
    ["forbidden", 403],
    ["not-found", 404],
    ["conflict", 409],
    ["other-writer", 409],
    ["closed", 409],
    ["too-large", 413],
    ["invalid", 422],
    ["too-many", 429],
    ["unavailable", 503],
  ] as const)("answers %s with %i", (code, status) => {
    expect(publicError(new AppError(code), "r1").status).toBe(status);
  });

  it("has words for every code, without blame or pleading", () => {
    for (const code of APP_ERROR_CODES) {
      const { title, message } = publicError(new AppError(code), "r1");
      expect(`${title} ${message}`).toMatch(/\w+ .*\.$/);
      expect(`${title} ${message}`).not.toMatch(/please|!|successfully/i);
    }
  });

  it("answers anything else with 500 and the reference, and nothing of the error", async () => {
    const response = toErrorResponse(new Error("password hunter2"), "r1");
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).toContain('"requestId":"r1"');
    expect(text).not.toContain("hunter2");
  });

  it("says how long to wait where that is known", () => {
    const response = toErrorResponse(new AppError("too-many", { retryAfter: 599.2 }), "r1");
    expect(response.headers.get("Retry-After")).toBe("600");
  });

  it("knows its errors across two copies of the module, and nothing else", () => {
    const fromTheBuild = Object.assign(new Error("conflict"), {
      name: "AppError",
      code: "conflict",
    });
    expect(isAppError(fromTheBuild)).toBe(true);
    expect(isAppError(new Error("conflict"))).toBe(false);
    expect(isAppError(Object.assign(new Error(), { name: "AppError", code: "odd" }))).toBe(false);
    expect(isAppError({ name: "AppError", code: "conflict" })).toBe(false);
  });
});
