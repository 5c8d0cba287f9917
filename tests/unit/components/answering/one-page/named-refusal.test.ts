import { describe, expect, it } from "vitest";
import { namedRefusal } from "~/components/answering/one-page/named-refusal";
import { refusalOf } from "~/components/answering/refusal-words";
import { EMPTY_ANSWER } from "~/domain/response/answer";

const content = { ...EMPTY_ANSWER, value: "soon" };
const wrong = (problem: "not-a-day" | "not-a-number" | "not-an-address") =>
  refusalOf("field:one", { code: "wrong-value", problem, content });

describe("the message of a field that was refused", () => {
  it("asks for its date in a sentence, in the summary and at the box", () => {
    const field = { label: "Date the policy was approved", kind: "date" } as const;
    const say = "Enter the date the policy was approved, like 4 9 2026";
    expect(namedRefusal(field, wrong("not-a-day"))).toMatchObject({ summary: say, field: say });
  });

  it("starts with its label in the summary, and is short at the box", () => {
    const field = { label: "Pupils on roll", kind: "count" } as const;
    expect(namedRefusal(field, wrong("not-a-number"))).toMatchObject({
      summary: "Pupils on roll: enter a whole number, like 28",
      field: "Enter a whole number, like 28",
    });
  });

  it("says so of a date box for any other reason", () => {
    const field = { label: "Date training lapses", kind: "date" } as const;
    const closed = refusalOf("field:one", { code: "round-closed", content });
    expect(namedRefusal(field, closed).summary).toMatch(/^Date training lapses: this round has/);
  });
});
