import { z } from "~/domain/zod";

/** The page behind the link of a weekly mail: the link's secret and what the button says. */
export const StopMailsSchema = z.object({
  key: z.string().max(200).catch(""),
  digest: z.enum(["stop", "start"]),
});
