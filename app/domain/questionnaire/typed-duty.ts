import { readDay } from "~/domain/calendar/read-day";
import { looksLikeUpn } from "~/domain/people/upn";
import { DUTY_KINDS, SCHOOL_TYPES } from "~/domain/questionnaire/definition";
import type { Duty } from "~/domain/questionnaire/duties";
import { ok, refused, type Result } from "~/domain/result";

/** A duty as typed; boxes that are not ticked send nothing. */
export type TypedDuty = {
  statement: string;
  kind: string;
  source: string;
  from: string;
  to: string;
  types: readonly string[];
  /** "yes": the reference was read against its source. */
  checked: string;
};

export type DutyField = keyof TypedDuty;
export type DutyProblem = { field: DutyField; message: string };

const LONGEST = 200;

/** Judges a duty, every field by itself, so that all problems are told at once. */
export function judgeDuty(
  typed: TypedDuty,
  { itemKeys }: { itemKeys: readonly string[] },
): Result<Omit<Duty, "id">, DutyProblem[]> {
  const problems: DutyProblem[] = [];
  const told = (field: DutyField, message: string) => void problems.push({ field, message });
  const itemKey = typed.statement.trim().toUpperCase();
  if (!itemKeys.includes(itemKey)) told("statement", "Choose a statement");
  const kind = DUTY_KINDS.find((one) => one === typed.kind);
  if (kind === undefined) told("kind", "Choose how binding it is");
  const source = typed.source.trim().replace(/\s+/g, " ");
  if (source === "") told("source", "Say where it stands, like Equality Act 2010, section 20");
  if (source.length > LONGEST) told("source", `Use ${LONGEST} characters or fewer`);
  if (looksLikeUpn(source).length > 0) {
    told("source", "Take out what looks like a pupil number (UPN)");
  }
  const day = (field: "from" | "to") => {
    const read = readDay(typed[field]);
    if (typed[field].trim() !== "" && read === null) told(field, "Enter a day, like 1 4 2027");
    return read;
  };
  const [validFrom, validTo] = [day("from"), day("to")];
  if (validFrom !== null && validTo !== null && validTo < validFrom) {
    told("to", "Enter a last day after the first");
  }
  if (problems.length > 0 || kind === undefined) return refused(problems);
  const types = SCHOOL_TYPES.filter((one) => typed.types.includes(one));
  return ok({ itemKey, kind, source, validFrom, validTo, types, checked: typed.checked === "yes" });
}
