import { describe, expect, it } from "vitest";
import { lacksGovernor } from "~/domain/submission/second-signature";
import type { PrintedSignOff } from "~/domain/submission/snapshot";

const by = (kind: PrintedSignOff["kind"]): PrintedSignOff => ({
  name: "Joan Whitfield",
  title: "governor",
  kind,
  declaration: "",
  signedAt: new Date("2026-11-24T10:00:00Z"),
});
const facts = { governorSigns: true, state: "standing" as const, signOffs: [by("signed")] };

describe("a signature of the governor that was not given", () => {
  it("is one the round asks for, on a copy that stands without it", () => {
    expect(lacksGovernor(facts)).toBe(true);
  });

  it("is none where the round asks for none, or while it may still come", () => {
    expect(lacksGovernor({ ...facts, governorSigns: false })).toBe(false);
    expect(lacksGovernor({ ...facts, state: "awaiting-governor" })).toBe(false);
    expect(lacksGovernor({ ...facts, state: "set-aside" })).toBe(false);
  });

  it.each(["countersigned", "minute-noted"] as const)("is given where it is %s", (kind) => {
    expect(lacksGovernor({ ...facts, signOffs: [by("signed"), by(kind)] })).toBe(false);
  });
});
