import type { DocumentState, SubmissionState } from "./states";

/** What `/verify` says of a reference, and of a file whose bytes are ours (design.md decision 10). */
export type Standing = "genuine" | "superseded" | "withdrawn" | "signed-not-yet-sealed";

export type StandingFacts = {
  state: SubmissionState;
  supersededById: string | null;
  withdrawnAt: Date | null;
  /** The state of its sealed PDF; null when none was asked for. */
  document: DocumentState | null;
};

/**
 * How a signed copy stands. A copy that the school took back or the governor declined was set aside, which is
 * told as withdrawn; one still waiting for the governor or for its PDF is signed and not yet sealed.
 */
export function standingOf(facts: StandingFacts): Standing {
  if (facts.withdrawnAt !== null || facts.state === "set-aside") return "withdrawn";
  if (facts.state === "awaiting-governor") return "signed-not-yet-sealed";
  if (facts.supersededById !== null) return "superseded";
  return facts.document === "ready" ? "genuine" : "signed-not-yet-sealed";
}
