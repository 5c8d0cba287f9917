import { findUpn } from "~/domain/people/upn";
import { LONGEST_REASON } from "./combine";
import type { Finding } from "./draft-record";

/** At most three suggestions, each with who might help (domain.md 6.4, 7). */
export const MOST_SUGGESTIONS = 3;
/** Practice worth sharing: as many as two pages have room for. */
export const MOST_PRACTICES = 2;

/**
 * Signs a field may hold so that the record stays on two pages (look/README.md section 7). A record of one focus has
 * room for long fields; with eleven each is a line or two.
 */
export type RecordLimits = {
  whatWeDid: number;
  context: number;
  finding: number;
  reason: number;
  suggestion: number;
  whoMightHelp: number;
  practice: number;
  corrections: number;
  schoolWords: number;
  /** Each side's view, where they cannot agree. */
  bothViews: number;
  thirdPerson: number;
};

/** Signs for all findings of a record together: what two pages hold beside the fixed parts. */
const ROOM_FOR_FINDINGS = 3600;
const FIELDS_OF_A_FINDING = 3;

/** The limits of a record with so many focus sections and statements (1 to 11). */
export function recordLimits(focusCount: number): RecordLimits {
  const each = Math.floor(ROOM_FOR_FINDINGS / (Math.max(focusCount, 1) * FIELDS_OF_A_FINDING));
  return {
    whatWeDid: 400,
    context: 300,
    finding: Math.max(100, Math.min(400, Math.floor(each / 10) * 10)),
    reason: LONGEST_REASON,
    suggestion: 200,
    whoMightHelp: 80,
    practice: 240,
    corrections: 300,
    schoolWords: 600,
    bothViews: 240,
    thirdPerson: 100,
  };
}

export type FieldProblem = { field: string; code: "too-long" | "upn"; limit: number };

/** Problems of the findings' fields, named `C3.saw` and so on. */
export function checkFindings(findings: readonly Finding[]): FieldProblem[] {
  const limits = recordLimits(findings.length);
  return findings.flatMap(({ key, reason, saw, worksWell, wondered }) => [
    ...checkText(`${key}.reason`, reason, limits.reason),
    ...checkText(`${key}.saw`, saw, limits.finding),
    ...checkText(`${key}.worksWell`, worksWell, limits.finding),
    ...checkText(`${key}.wondered`, wondered, limits.finding),
  ]);
}

/** Too long, or with what looks like a pupil number in it. */
export function checkText(field: string, text: string, limit: number): FieldProblem[] {
  if (text.length > limit) return [{ field, code: "too-long", limit }];
  return findUpn(text).length > 0 ? [{ field, code: "upn", limit }] : [];
}
