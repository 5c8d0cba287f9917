import { z } from "~/domain/zod";
import { ProofSchema } from "./proof";

/** What the button of a provider posts. */
export const ProviderButtonSchema = z.object({
  /** Where to go afterwards; checked to be ours before use. */
  next: z.string().max(2000).catch(""),
  /** The secret of an invitation's link, from its page. */
  invitation: z.string().max(200).catch(""),
});

/** What the page of single sign-on posts. */
export const SingleSignOnSchema = z.object({
  intent: z.enum(["connect", "disconnect", "connect-waiting"]).catch("connect"),
  provider: z.string().max(50).catch(""),
  ...ProofSchema.shape,
});

/** What the page of showing again who one is posts. */
export const ProveSchema = z.object({
  provider: z.string().max(50).catch(""),
  for: z.string().max(2000).catch(""),
});
