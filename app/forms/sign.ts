import { z } from "~/domain/zod";
import { ProofSchema } from "./proof";

/** A signature's form: the box, what shows who signs, and the version of the answers that was read. */
export const SignSchema = z.object({
  declared: z
    .literal("yes")
    .optional()
    .catch(undefined)
    .transform((value) => value === "yes"),
  ...ProofSchema.shape,
  /** -1 is no version at all, so a form that lost it signs nothing. */
  seen: z.coerce.number().int().min(0).catch(-1),
});

export type SignForm = z.infer<typeof SignSchema>;

export const readSignForm = (form: FormData): SignForm =>
  SignSchema.parse(Object.fromEntries(form));

/** The governor's page: one of three acts, with a signature or with words. */
export const GovernorSchema = SignSchema.omit({ seen: true }).extend({
  intent: z.enum(["countersign", "decline", "minute"]).catch("countersign"),
  reason: z.string().catch(""),
});

export type GovernorForm = z.infer<typeof GovernorSchema>;
