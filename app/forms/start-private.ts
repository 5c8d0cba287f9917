import { z } from "~/domain/zod";

const CHOOSE = "Choose a questionnaire";

/** Which questionnaire a private self-review is started from. */
const StartPrivateSchema = z.object({
  versionId: z.string(CHOOSE).min(1, CHOOSE).max(100, CHOOSE),
});

export type StartPrivateForm =
  | { ok: true; versionId: string }
  /** What to say at the question. */
  | { ok: false; error: string };

export function readStartPrivate(form: FormData): StartPrivateForm {
  const read = StartPrivateSchema.safeParse(Object.fromEntries(form));
  return read.success ? { ok: true, ...read.data } : { ok: false, error: CHOOSE };
}
