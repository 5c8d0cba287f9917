import type { Field } from "~/domain/questionnaire/definition";
import { ok, refused, type Result } from "~/domain/result";
import { z } from "~/domain/zod";

/** The largest count a field takes. */
export const COUNT_MAX = 99_999;

export type FieldProblem = "not-a-count" | "not-a-date" | "not-an-email";

/**
 * What is stored for what was typed into a field: counts as digits ("1,204" becomes "1204"), dates as
 * YYYY-MM-DD (also typed as 4 9 2026 or 4/9/2026), e-mail addresses trimmed. Empty stays empty.
 */
export function parseFieldValue(kind: Field["kind"], typed: string): Result<string, FieldProblem> {
  const text = typed.trim();
  if (text === "") return ok("");
  switch (kind) {
    case "count":
      return parseCount(text);
    case "date":
      return parseDate(text);
    case "email":
      return z.email().safeParse(text).success ? ok(text) : refused("not-an-email");
    case "text":
      return ok(text);
  }
}

function parseCount(text: string): Result<string, FieldProblem> {
  const digits = /^\d{1,3}([, ]\d{3})+$/.test(text) ? text.replace(/[, ]/g, "") : text;
  if (!/^\d+$/.test(digits)) return refused("not-a-count");
  const count = Number(digits);
  return count <= COUNT_MAX ? ok(String(count)) : refused("not-a-count");
}

function parseDate(text: string): Result<string, FieldProblem> {
  const typed = /^(\d{1,2})[ ./-](\d{1,2})[ ./-](\d{4})$/.exec(text);
  const iso = typed ? isoOf(typed) : text;
  return z.iso.date().safeParse(iso).success ? ok(iso) : refused("not-a-date");
}

function isoOf([, day = "", month = "", year = ""]: RegExpExecArray): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
