import { z } from "~/domain/zod";

/** A box to tick: true where it came ticked. */
export const tickedBox = z
  .literal("yes")
  .optional()
  .catch(undefined)
  .transform((value) => value === "yes");

/** The version of a thing that the page showed. -1 is no version at all, so a form that lost it changes nothing. */
export const versionSeen = z.coerce.number().int().min(0).catch(-1);
