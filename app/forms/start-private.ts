import { z } from "~/domain/zod";

const CHOOSE = "Choose a questionnaire";

/**
 * Which questionnaire a private self-review is started from. `startId` comes with the form, so that a form sent twice
 * starts one; without one that fits, each sending is a start of its own.
 */
const StartPrivateSchema = z.object({
  versionId: z.string(CHOOSE).min(1, CHOOSE).max(100, CHOOSE),
  startId: z.uuid().optional().catch(undefined),
});

export type StartPrivateForm =
  | { ok: true; versionId: string; startId: string | undefined }
  /** What to say at the question. */
  | { ok: false; error: string };

export function readStartPrivate(form: FormData): StartPrivateForm {
  const read = StartPrivateSchema.safeParse(Object.fromEntries(form));
  if (!read.success) return { ok: false, error: CHOOSE };
  const { versionId, startId } = read.data;
  return { ok: true, versionId, startId };
}
