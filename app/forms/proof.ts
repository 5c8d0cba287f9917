import { z } from "~/domain/zod";

/** What a person gave to show again that it is really them. */
export const ProofSchema = z.object({
  password: z.string().catch(""),
  /** A code of the authenticator app. */
  code: z.string().max(100).catch(""),
  /** Which button was pressed: the one that leads to their provider, or the one that acts. */
  way: z.enum(["provider", "here"]).catch("here"),
});
