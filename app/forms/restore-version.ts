import { z } from "~/domain/zod";

/** Which earlier version is put back, and the one that stood when the page was made. */
export const RestoreSchema = z.object({
  revision: z.coerce.number().int().min(1),
  base: z.coerce.number().int().min(0),
});
