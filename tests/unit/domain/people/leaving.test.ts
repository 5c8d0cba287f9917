import { describe, expect, it } from "vitest";
import { leavesSomeoneInCharge, type HeldRole } from "~/domain/people/leaving";

const aRole = (grantId: string, over: Partial<HeldRole> = {}): HeldRole => ({
  grantId,
  userId: grantId,
  role: "head",
  questionnaireKey: null,
  from: "2026-09-01",
  to: null,
  ...over,
});

const stays = (held: HeldRole[], lastDay = "2026-11-23") =>
  leavesSomeoneInCharge({ keeper: "head", held, ending: ["leaver"], lastDay });

describe("when a headteacher goes", () => {
  it("somebody else is in charge the day after, or they stay", () => {
    expect(stays([aRole("leaver")])).toBe(false);
    expect(stays([aRole("leaver"), aRole("other")])).toBe(true);
  });

  it.each<[string, Partial<HeldRole>, boolean]>([
    ["begins that day", { from: "2026-11-24" }, true],
    ["begins a day later", { from: "2026-11-25" }, false],
    ["ends that day", { to: "2026-11-24" }, true],
    ["ends the day before", { to: "2026-11-23" }, false],
    ["has one questionnaire", { questionnaireKey: "asthma-friendly" }, false],
    ["is a coordinator", { role: "coordinator" }, false],
  ])("another who %s", (_what, over, expected) => {
    expect(stays([aRole("leaver"), aRole("other", over)])).toBe(expected);
  });

  it("a planned end waits for the successor's first day", () => {
    const held = [aRole("leaver"), aRole("next", { from: "2027-01-01" })];
    expect(stays(held, "2026-12-31")).toBe(true);
    expect(stays(held, "2026-12-30")).toBe(false);
  });
});

it("a colleague goes whether or not the school has a headteacher", () => {
  expect(stays([aRole("leaver", { role: "contributor" })])).toBe(true);
});
