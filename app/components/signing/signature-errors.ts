import { proofWords } from "../account/proof-words";
import type { MissingProof } from "~/services/account/prove-again.server";
import type { SignatureErrors } from "./signature-form";

/** What can be wrong with a signature, as the services say it. */
export type SignatureProblem =
  | { code: "declare"; missing: MissingProof | null }
  | { code: MissingProof | "wrong" | "too-many" | "changed-since" };

const DECLARE = "Tick the box to make the declaration";
const CHANGED = "The answers changed after you opened this page. Read them again, then sign";

/** The messages at the fields. What is missing is told together, so that nobody presses twice. */
export function signatureErrors(
  problem: SignatureProblem,
  sent: { code: string },
): SignatureErrors {
  if (problem.code === "changed-since") return { declared: CHANGED };
  if (problem.code !== "declare") return proofWords(problem.code, sent);
  const missing = problem.missing === null ? {} : proofWords(problem.missing, sent);
  return { declared: DECLARE, ...missing };
}

/** The status that goes with it. */
export function signatureStatus(problem: SignatureProblem["code"]): number {
  if (problem === "too-many") return 429;
  return problem === "changed-since" ? 409 : 422;
}
