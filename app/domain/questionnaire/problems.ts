import type { z } from "~/domain/zod";

/** Something wrong with a questionnaire file: where it is, as a person would find it, and what to do. */
export type TemplateProblem = { path: string; message: string };

/** Writes a path of keys and positions: `sections[2].items[0].statement`. Positions count from 0. */
export function writePath(path: readonly PropertyKey[]): string {
  const text = path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("");
  return text.startsWith(".") ? text.slice(1) : text || "file";
}

/** Turns a schema issue into plain words. Unknown kinds of issue keep the schema's own message. */
export function toProblem(issue: z.core.$ZodIssue): TemplateProblem {
  return { path: writePath(issue.path), message: sayIssue(issue) };
}

function sayIssue(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? `Add this: it is missing or empty. A ${issue.expected} belongs here`
        : `A ${issue.expected} belongs here`;
    case "invalid_value":
      return `Use one of: ${issue.values.map(String).join(", ")}`;
    case "invalid_format":
      return issue.format === "date"
        ? "Write the date like 2026-11-22"
        : "This is not written in the form it needs";
    case "too_small":
      return issue.origin === "string"
        ? "Write something here"
        : `This needs at least ${issue.minimum}`;
    case "too_big":
      return `This may be at most ${issue.maximum}`;
    case "unrecognized_keys":
      return `Take out what is not known here: ${issue.keys.join(", ")}`;
    case "custom":
    case "invalid_element":
    case "invalid_key":
    case "invalid_union":
    case "not_multiple_of":
      return issue.message;
  }
}
