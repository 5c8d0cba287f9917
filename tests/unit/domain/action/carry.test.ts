import { describe, expect, it } from "vitest";
import { actionsToCarry, carriedTerm } from "~/domain/action/carry";
import type { ActionState } from "~/domain/action/states";

const round = (responseId: string, since: string, over = {}) => ({
  responseId,
  questionnaireId: "toolkit",
  inRound: true,
  since: new Date(since),
  ...over,
});

const autumn = round("autumn", "2025-09-01");
const now = round("now", "2026-09-01");
const action = (over: {
  responseId?: string | null;
  state?: ActionState;
  carriedOn?: boolean;
}) => ({
  responseId: "autumn",
  state: "open" as const,
  carriedOn: false,
  ...over,
});

const count = (over: Parameters<typeof action>[0], to = now, earlier = [autumn, now]) =>
  actionsToCarry(to, { earlier, actions: [action(over)] }).length;

describe("what a new round takes over", () => {
  it("is what earlier rounds of the same questionnaire left open", () => {
    expect(count({})).toBe(1);
    expect(count({ state: "in-progress" })).toBe(1);
  });

  it("is nothing done, dropped or carried on already", () => {
    expect(count({ state: "done" })).toBe(0);
    expect(count({ state: "dropped" })).toBe(0);
    expect(count({ carriedOn: true })).toBe(0);
  });

  it("is nothing of the round itself, of a later one, of another questionnaire, or of the whole school", () => {
    expect(count({ responseId: "now" })).toBe(0);
    expect(count({ responseId: "now" }, autumn)).toBe(0);
    expect(count({}, now, [{ ...autumn, questionnaireId: "asthma" }, now])).toBe(0);
    expect(count({ responseId: null })).toBe(0);
  });

  it("is nothing private, and nothing goes into a private self-review", () => {
    expect(count({}, now, [{ ...autumn, inRound: false }, now])).toBe(0);
    expect(count({}, { ...now, inRound: false })).toBe(0);
  });
});

describe("the term of what is carried on", () => {
  const terms = ["2026-27 Term 2", "2026-27 Term 3"];

  it("stays as it is, or is the first to choose where it has ended", () => {
    expect(carriedTerm("2026-27 Term 3", terms)).toBe("2026-27 Term 3");
    expect(carriedTerm("2027-28 Term 1", terms)).toBe("2027-28 Term 1");
    expect(carriedTerm("2025-26 Term 6", terms)).toBe("2026-27 Term 2");
    expect(carriedTerm("2025-26 Term 6", [])).toBe("2025-26 Term 6");
  });
});
