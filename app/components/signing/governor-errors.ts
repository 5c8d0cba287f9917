import type { GovernorForm } from "~/forms/sign";
import type { GovernorErrors, GovernorTyped } from "./governor-page";
import { reasonWords, type ReasonCode } from "./reason-words";
import { signatureErrors, signatureStatus, type SignatureProblem } from "./signature-errors";

type Answered = { status: number; errors: GovernorErrors; typed: GovernorTyped };

const isReason = (code: string): code is ReasonCode => code.startsWith("reason-");

/** Messages, status and the words given back, for whichever of the page's forms was sent. */
export function governorProblem(
  code: Exclude<SignatureProblem, "changed-since"> | ReasonCode,
  form: GovernorForm,
): Answered {
  if (!isReason(code)) {
    return { status: signatureStatus(code), errors: signatureErrors(code, form), typed: {} };
  }
  const box = form.intent === "minute" ? "minute" : "decline";
  return {
    status: 422,
    errors: { [box]: reasonWords(code, box) },
    typed: { [box]: form.reason },
  };
}
