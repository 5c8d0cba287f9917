import { z } from "~/domain/zod";

/** A signature's form: the box, the password, and the version of the answers that was read. */
export const SignSchema = z.object({
  declared: z
    .literal("yes")
    .optional()
    .catch(undefined)
    .transform((value) => value === "yes"),
  password: z.string().catch(""),
  /** -1 is no version at all, so a form that lost it signs nothing. */
  seen: z.coerce.number().int().min(0).catch(-1),
});

export type SignForm = z.infer<typeof SignSchema>;

export const readSignForm = (form: FormData): SignForm =>
  SignSchema.parse(Object.fromEntries(form));
