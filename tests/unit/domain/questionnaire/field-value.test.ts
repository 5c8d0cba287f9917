import { describe, expect, it } from "vitest";
import type { Field } from "~/domain/questionnaire/definition";
import { readFieldValue } from "~/domain/questionnaire/field-value";

const field = (kind: Field["kind"]): Field => ({
  key: "thing",
  label: "A thing",
  kind,
  hint: null,
  required: false,
});

describe("what is typed into a field", () => {
  it.each([
    ["count", " 1,204 ", "1204"],
    ["count", "007", "7"],
    ["date", "4 9 2026", "2026-09-04"],
    ["text", "  Dele Bankole ", "Dele Bankole"],
    ["email", "office@118254.demo.test", "office@118254.demo.test"],
    ["count", "  ", ""],
    ["date", "", ""],
  ] satisfies [Field["kind"], string, string][])("as %s: %s", (kind, typed, value) => {
    expect(readFieldValue(field(kind), typed)).toEqual({ ok: true, value });
  });

  it.each([
    ["count", "many", "not-a-number"],
    ["date", "soon", "not-a-day"],
    ["email", "office at school", "not-an-address"],
  ] satisfies [Field["kind"], string, string][])("as %s: %s is refused", (kind, typed, problem) => {
    expect(readFieldValue(field(kind), typed)).toEqual({ ok: false, problem });
  });
});
