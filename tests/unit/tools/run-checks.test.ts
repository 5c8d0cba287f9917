import { describe, expect, it } from "vitest";
import { runChecks } from "../../../tools/run-checks.mjs";

const good = { name: "good", args: ["-e", ""] };
const bad = { name: "bad", args: ["-e", "process.exit(2)"] };

describe("adding up checks", () => {
  it("counts a check without a report as one", async () => {
    expect(await runChecks([good])).toEqual({ passed: 1, failed: 0 });
    expect(await runChecks([bad])).toEqual({ passed: 0, failed: 1 });
  });

  it("counts what a report says", async () => {
    const tests = { ...good, count: () => ({ passed: 7, failed: 0 }) };
    expect(await runChecks([tests, bad])).toEqual({ passed: 7, failed: 1 });
  });

  it("does not believe a clean report of a check that ended badly", async () => {
    const tests = { ...bad, count: () => ({ passed: 7, failed: 0 }) };
    expect(await runChecks([tests])).toEqual({ passed: 7, failed: 1 });
  });

  it("counts a report that cannot be read as one failure", async () => {
    const tests = {
      ...good,
      count: () => {
        throw new Error("no such file");
      },
    };
    expect(await runChecks([tests])).toEqual({ passed: 0, failed: 1 });
  });

  it("goes on after a failure, and counts what could not be run because of it", async () => {
    const needs = { ...good, name: "needs bad", after: ["bad"] };
    expect(await runChecks([bad, needs, good])).toEqual({ passed: 1, failed: 2 });
  });

  it("keeps the shell's NODE_ENV from the checks", async () => {
    const code = "process.exit(process.env.NODE_ENV === 'production' || process.env.DEMO ? 1 : 0)";
    const seen = { name: "seen", args: ["-e", code] };
    const before = { ...process.env };
    Object.assign(process.env, { NODE_ENV: "production", DEMO: "1" });
    const total = await runChecks([seen]);
    process.env = before;
    expect(total).toEqual({ passed: 1, failed: 0 });
  });
});
