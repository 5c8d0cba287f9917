import { z } from "~/domain/zod";

/** What a person typed to show again that it is really them. Longer than any of ours: not read. */
export const ProofSchema = z.object({
  password: z.string().catch(""),
  /** A code of the authenticator app. */
  code: z.string().max(100).catch(""),
});
