import { readDay } from "~/domain/calendar/read-day";
import type { Field } from "~/domain/questionnaire/definition";
import { readCount } from "~/domain/questionnaire/shares";
import { ok, refused, type Result } from "~/domain/result";
import { z } from "~/domain/zod";

export type FieldProblem = "not-a-number" | "not-a-day" | "not-an-address";

const AddressSchema = z.email().max(200);

/**
 * What is stored for what was typed into a field: digits for a number, "YYYY-MM-DD" for a day, trimmed text
 * else. Nothing typed is stored as nothing.
 */
export function readFieldValue(field: Field, typed: string): Result<string, FieldProblem> {
  const text = typed.trim();
  if (text === "") return ok("");
  switch (field.kind) {
    case "count":
      return orRefuse(readCount(text)?.toString() ?? null, "not-a-number");
    case "date":
      return orRefuse(readDay(text), "not-a-day");
    case "email":
      return AddressSchema.safeParse(text).success ? ok(text) : refused("not-an-address");
    case "text":
      return ok(text);
  }
}

function orRefuse(value: string | null, problem: FieldProblem): Result<string, FieldProblem> {
  return value === null ? refused(problem) : ok(value);
}
