import type { RemoveDetailsForm } from "~/forms/remove-details";
import type { RemovalOutcome } from "~/services/personal-data/remove-steps.server";
import type { SentRemoval } from "./remove-details-page";
import { problemAt } from "./remove-words";

/** What a press led to, as the page shows it. */
export function sentRemoval(
  outcome: Exclude<RemovalOutcome, { kind: "removed" }>,
  typed: RemoveDetailsForm,
): SentRemoval {
  const preview = outcome.kind === "check" ? outcome.preview : null;
  const error = outcome.problem === null ? null : problemAt(outcome.problem);
  return { typed, preview, error };
}
