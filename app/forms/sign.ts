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

/** A signature under the record of a visit: `seen` is the check code of what was read. */
const SignRecordSchema = SignSchema.extend({ seen: z.string().max(64).catch("") });

export const readSignRecordForm = (form: FormData): z.infer<typeof SignRecordSchema> =>
  SignRecordSchema.parse(Object.fromEntries(form));
