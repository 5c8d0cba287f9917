import { z } from "~/domain/zod";
import { tickedBox, versionSeen } from "./boxes";
import { ProofSchema } from "./proof";

/** A signature's form: the box, what shows who signs, and the version of the answers that was read. */
export const SignSchema = z.object({
  declared: tickedBox,
  ...ProofSchema.shape,
  seen: versionSeen,
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
