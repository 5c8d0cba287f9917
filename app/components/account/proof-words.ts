import type { MissingProof, ProofCode } from "~/services/account/prove-again.server";
import { codeWords, TOO_MANY } from "./password-words";

/** The messages at the boxes of `ProveAgain`, and at its button. */
export type ProofErrors = { password?: string; code?: string; provider?: string };

/** What was sent to show who it is; only whether a code is there counts. */
type Sent = { code: string };

const MISSING: Record<MissingProof, ProofErrors> = {
  "password-missing": { password: "Enter your password" },
  "code-missing": { code: "Enter the code from your authenticator app" },
  "provider-missing": { provider: "Show that it is you first: it counts for 5 minutes" },
};

/** A message goes to the box that was filled in; where both were, the code was looked at. */
export function proofWords(problem: ProofCode, { code }: Sent): ProofErrors {
  if (problem !== "wrong" && problem !== "too-many") return MISSING[problem];
  if (code.trim() !== "") return { code: codeWords(problem) };
  return {
    password:
      problem === "too-many" ? TOO_MANY : "That password does not match. Check it and try again",
  };
}
