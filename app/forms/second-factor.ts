import { z } from "~/domain/zod";
import { ProofSchema } from "./proof";

/** The second step of signing in: a code of the app, or a recovery code in the form under it. */
export const SecondStepSchema = z.object({
  kind: z.enum(["authenticator", "recovery-code"]).catch("authenticator"),
  code: z.string("Enter the code").trim().min(1, "Enter the code").max(100, "Enter the code"),
  /** Where to go afterwards; checked to be ours before use. */
  next: z.string().max(2000).optional().catch(undefined),
});

/** What the pages of an authenticator app post: a code of the app being set up, or what shows who asks. */
export const AuthenticatorSchema = z.object({
  intent: z.enum(["start", "confirm", "finish", "renew", "remove"]).catch("start"),
  ...ProofSchema.shape,
  next: z.string().max(2000).optional().catch(undefined),
});
