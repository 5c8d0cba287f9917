import type { SignRecordProblem } from "~/services/visits/sign-record.server";
import { signatureErrors } from "../../signing/signature-errors";
import type { SignatureErrors } from "../../signing/signature-form";

/** The messages at the fields of a signature under a record. */
export function recordSignatureErrors(
  problem: SignRecordProblem,
  sent: { code: string },
): SignatureErrors {
  if (problem.code === "not-your-turn")
    return { declared: "It is not your turn to sign, or it is signed already. Read it again" };
  if (problem.code === "changed-since")
    return { declared: "The record changed after you opened this page. Read it again, then sign" };
  return signatureErrors(problem, sent);
}
