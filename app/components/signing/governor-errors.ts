import type { GovernorForm } from "~/forms/sign";
import type { GovernorErrors, GovernorTyped } from "./governor-page";
import { reasonWords, type ReasonCode } from "./reason-words";
import { signatureErrors, signatureStatus, type SignatureProblem } from "./signature-errors";

type Answered = { status: number; errors: GovernorErrors; typed: GovernorTyped };

const isAboutReason = (
  problem: SignatureProblem | { code: ReasonCode },
): problem is { code: ReasonCode } => problem.code.startsWith("reason-");

/** Messages, status and the words given back, for whichever of the page's forms was sent. */
export function governorProblem(
  problem: SignatureProblem | { code: ReasonCode },
  form: GovernorForm,
): Answered {
  if (!isAboutReason(problem)) {
    const { declared } = form;
    const status = signatureStatus(problem.code);
    return { status, errors: signatureErrors(problem, form), typed: { declared } };
  }
  const box = form.intent === "minute" ? "minute" : "decline";
  return {
    status: 422,
    errors: { [box]: reasonWords(problem.code, box) },
    typed: { [box]: form.reason },
  };
}
