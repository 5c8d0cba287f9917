import { assertNever } from "~/domain/result";
import type { LeftReason } from "./propose-visits";

/** Why a school has no visit in a proposal. */
export function leftWords(reason: LeftReason): string {
  switch (reason.code) {
    case "has-a-visit":
      return "Has a visit this round already";
    case "too-few-available":
      return reason.available === 0
        ? "No reviewer is available for this school"
        : "Only one reviewer is available for this school, and a visit needs two";
    case "nobody-knows-phase":
      return "No reviewer available knows this kind of school";
    case "no-two-together":
      return "No two of the reviewers available may go here together";
    case "all-placed":
      return "All visits offered are placed with schools earlier in the order";
    case "free-ones-cannot":
      return "Visits are left, but not by two reviewers who could go here together";
    default:
      return assertNever(reason);
  }
}
