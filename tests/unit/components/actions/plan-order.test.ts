import { describe, expect, it } from "vitest";
import { newActionPath, statementPath } from "~/components/actions/action-paths";
import { moveWord } from "~/components/actions/action-words";
import { problemSummary } from "~/components/actions/problem-summary";
import { termChoices } from "~/components/actions/term-choices";
import { dutyCountLine } from "~/components/duties/duty-counts";
import { termWords } from "~/domain/action/action-words";
import { planByTerm } from "~/domain/action/plan-order";

describe("the order of a plan", () => {
  it("is by term in time, then by priority, then as it was", () => {
    const actions = [
      { id: "a", term: "2027-28 Term 1", priority: 1 },
      { id: "b", term: "2026-27 Term 4", priority: 3 },
      { id: "c", term: "2026-27 Term 4", priority: 1 },
      { id: "d", term: "2026-27 Term 4", priority: 3 },
    ];
    const plan = planByTerm(actions);
    expect(plan.map(({ term }) => term)).toEqual(["2026-27 Term 4", "2027-28 Term 1"]);
    expect(plan[0]?.actions.map(({ id }) => id)).toEqual(["c", "b", "d"]);
  });
});

describe("the words of an action", () => {
  it("write a term in full, and leave what is not a term as it is", () => {
    expect(termWords("2026-27 Term 4")).toBe("Term 4, 2026 to 2027");
    expect(termWords("soon")).toBe("soon");
  });

  it("take up again what was done or dropped", () => {
    expect(moveWord("open", "in-progress")).toBe("Started");
    expect(moveWord("done", "in-progress")).toBe("Take up again");
    expect(moveWord("dropped", "open")).toBe("Take up again");
  });

  it("keep a term that has ended among the choices of an action that has it", () => {
    const values = (current: string) =>
      termChoices(["2026-27 Term 2"], current).map(({ value }) => value);
    expect(values("2025-26 Term 6")).toEqual(["", "2025-26 Term 6", "2026-27 Term 2"]);
    expect(values("2026-27 Term 2")).toEqual(["", "2026-27 Term 2"]);
    expect(values("soon")).toEqual(["", "2026-27 Term 2"]);
  });

  it("name the field where the message does not", () => {
    const text = (message: string) => problemSummary({ field: "leadRole", message }).text;
    expect(text("Use 80 characters or fewer")).toBe("Who leads: use 80 characters or fewer");
    expect(text("Write who leads, as a role, like SENCO")).toMatch(/^Write who leads/);
  });
});

describe("the paths of an action", () => {
  it("lead to the statement in its section, or on a page of its own questionnaire", () => {
    const statement = { urn: "118534", responseId: "r", section: "9", key: "9.3" };
    expect(statementPath({ ...statement, layout: "sections" })).toBe(
      "/schools/118534/self-reviews/r/sections/9#9-3-level",
    );
    expect(statementPath({ ...statement, layout: "one-page" })).toBe(
      "/schools/118534/self-reviews/r#9-3-level",
    );
  });

  it("carry the statement to the form", () => {
    expect(newActionPath("118534", { responseId: "r", key: "9.3" })).toBe(
      "/schools/118534/actions/new?response=r&item=9.3",
    );
  });
});

describe("the count of duties", () => {
  it("names only the answers there are, and leaves out what is not asked", () => {
    const line = (answer: "yes" | "partly" | null, asked = true) => ({ asked, answer });
    expect(dutyCountLine([line("yes"), line("yes"), line("partly"), line(null, false)])).toBe(
      "2 Yes, 1 Partly",
    );
    expect(dutyCountLine([line(null)])).toBe("1 not answered");
    expect(dutyCountLine([])).toMatch(/^No legal duty/);
  });
});
