import { z } from "~/domain/zod";

/**
 * Which earlier version to put back, over which save. A version that is no number is -1, which no answer has;
 * a lost base is 0, so that what stands is told as a conflict.
 */
const RestoreSchema = z.object({
  revision: z.coerce.number().int().min(1).catch(-1),
  base: z.coerce.number().int().min(0).catch(0),
  saveId: z.string().min(8).max(80).optional().catch(undefined),
});

export type RestoreForm = z.infer<typeof RestoreSchema>;

export const readRestoreForm = (form: FormData): RestoreForm =>
  RestoreSchema.parse(Object.fromEntries(form));
