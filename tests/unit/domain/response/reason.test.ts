import { describe, expect, it } from "vitest";
import { readReason, REASON_MAX } from "~/domain/response/reason";

const code = (typed: string) => {
  const read = readReason(typed);
  return read.ok ? null : read.problem.code;
};

describe("a reason", () => {
  it("is kept as typed, tidied", () => {
    expect(readReason("  Agreed.\r\nMinute 4\u0000 ")).toEqual({
      ok: true,
      value: "Agreed.\nMinute 4",
    });
  });

  it("has to say something, in so many characters", () => {
    expect(code(" \n ")).toBe("reason-missing");
    expect(code("a".repeat(REASON_MAX))).toBeNull();
    expect(code("a".repeat(REASON_MAX + 1))).toBe("reason-too-long");
  });

  it("holds no pupil number", () => {
    expect(code("because of P000000000001")).toBe("reason-upn");
  });
});
