import type { HeldRow } from "~db/queries/free-text";

/** An answer's place in words: "Statement C2", "Section C, how do you know". */
export function placeLabel(key: string): string {
  const [first = "", second = ""] = key.split(":");
  if (second === "") return `Statement ${first}`;
  return first === "section" ? `Section ${second}, how do you know` : `Field ${second}`;
}

export const RECORD_LABEL = "The record of a visit";

/** Where a row stands, in words. */
export function rowLabel({ table, answerKey }: Pick<HeldRow, "table" | "answerKey">): string {
  switch (table) {
    case "answer_revisions":
      return placeLabel(answerKey ?? "");
    case "actions":
    case "action_check_ins":
      return "The action plan";
    case "questions":
      return "A question about the return";
    case "replies":
      return "The reply to the return";
    case "sign_offs":
      return "Words with a signature";
    case "visit_requests":
      return "Why a visit was asked for";
    case "removals":
      return "A note beside an earlier removal";
    case "visits":
    case "visit_activities":
      return "The plan of a visit";
    case "visit_follow_ups":
      return "What came of a visit";
    case "visit_records":
    case "visit_findings":
    case "visit_suggestions":
    case "visit_practices":
      return RECORD_LABEL;
    default:
      return "A reason given for a change";
  }
}
