import { describe, expect, it } from "vitest";
import { judgeNewPassword } from "~/domain/account/new-password";

function judge(password: string) {
  const email = "Priya.Shah@marsh-lane.example";
  return judgeNewPassword({ password, current: "slow green kettle", email });
}

describe("a new password", () => {
  it("is taken when it is long and no known guess, without signs or capitals", () => {
    expect(judge("violet tractor lamp")).toEqual({ ok: true, value: "violet tractor lamp" });
  });

  it.each([
    ["nine char", "too-short"],
    ["😀😀😀😀😀", "too-short"],
    ["x".repeat(1001), "too-long"],
    ["priya.shah@MARSH-LANE.example", "is-email"],
    ["Priya.Shah", "is-email"],
    ["1234567890", "too-common"],
    ["Password2026!", "too-common"],
    ["headteacher", "too-common"],
    ["aaaaaaaaaaaa", "too-common"],
    ["slow green kettle", "unchanged"],
  ])("%s is refused as %s", (password, problem) => {
    expect(judge(password)).toEqual({ ok: false, problem });
  });

  it("may be ten characters of any script", () => {
    expect(judge("żółćęśąźńŵ").ok).toBe(true);
  });
});
