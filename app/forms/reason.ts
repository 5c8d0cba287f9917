import { z } from "~/domain/zod";

/** A form with a reason, or a governors' minute, in words. Its rules stand with the service. */
export const ReasonSchema = z.object({ reason: z.string().catch("") });

export const readReasonForm = (form: FormData): z.infer<typeof ReasonSchema> =>
  ReasonSchema.parse(Object.fromEntries(form));
