import type { SignatureErrors } from "./signature-form";

/** What can be wrong with a signature, as the services say it. */
export type SignatureProblem =
  "declare" | "password-missing" | "wrong" | "too-many" | "changed-since";

type Sent = { declared: boolean; password: string };

const DECLARE = "Tick the box to make the declaration";
const PASSWORD = "Enter your password";

/** The messages at the fields. What is missing is told together, so that nobody presses twice. */
export function signatureErrors(problem: SignatureProblem, sent: Sent): SignatureErrors {
  switch (problem) {
    case "declare":
    case "password-missing":
      return {
        declared: sent.declared ? undefined : DECLARE,
        password: sent.password === "" ? PASSWORD : undefined,
      };
    case "wrong":
      return { password: "That password does not match. Check it and try again" };
    case "too-many":
      return { password: "You have tried several times. Wait 10 minutes, then try again" };
    case "changed-since":
      return {
        declared: "The answers changed after you opened this page. Read them again, then sign",
      };
  }
}

/** The status that goes with it. */
export function signatureStatus(problem: SignatureProblem): number {
  if (problem === "too-many") return 429;
  return problem === "changed-since" ? 409 : 422;
}
