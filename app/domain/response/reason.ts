import { findUpn } from "~/domain/people/upn";
import { ok, refused, type Result } from "~/domain/result";
import { tidyText } from "./answer-content";

/** Longest reason, in UTF-16 code units. */
export const REASON_MAX = 500;

export type ReasonProblem =
  { code: "reason-missing" } | { code: "reason-too-long" } | { code: "reason-upn" };

/**
 * The reason or minute as it is kept and printed, or what to say about it. What looks like a UPN is refused, as in
 * every free text (design.md decision 11).
 */
export function readReason(typed: string): Result<string, ReasonProblem> {
  const reason = tidyText(typed).trim();
  if (reason === "") return refused({ code: "reason-missing" });
  if (reason.length > REASON_MAX) return refused({ code: "reason-too-long" });
  return findUpn(reason).length > 0 ? refused({ code: "reason-upn" }) : ok(reason);
}
