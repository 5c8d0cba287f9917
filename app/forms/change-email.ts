import { z } from "~/domain/zod";
import { ProofSchema } from "./proof";

/** The form that asks for another address, or ends a change that waits. */
export const ChangeEmailSchema = z.object({
  intent: z.enum(["ask", "cancel"]).catch("ask"),
  email: z.string().max(500).catch(""),
  ...ProofSchema.shape,
});

/** The secret in the address of a link, and in the form behind it. */
export const EmailLinkSchema = z.object({ token: z.string().max(200).catch("") });
