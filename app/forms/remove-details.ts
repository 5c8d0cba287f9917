import { REMOVAL_TARGETS } from "~/domain/personal-data/removal";
import { z } from "~/domain/zod";

/** What was typed and chosen on the pages that remove personal details. Their rules stand with the service. */
const RemoveDetailsSchema = z.object({
  /** `remove` is pressed on the page that shows what was found; `change` goes back from it. */
  intent: z.enum(["look", "change", "remove"]).catch("look"),
  target: z.enum(REMOVAL_TARGETS).catch("words"),
  words: z.string().max(2000).catch(""),
  scope: z.string().catch(""),
  reason: z.string().catch(""),
  note: z.string().max(2000).catch(""),
});
export type RemoveDetailsForm = z.infer<typeof RemoveDetailsSchema>;

export const readRemoveDetailsForm = (form: FormData): RemoveDetailsForm =>
  RemoveDetailsSchema.parse(Object.fromEntries(form));

/** What the page was opened at, and which removal it tells of; never any words. */
const AtSchema = z.object({
  answer: z.string().max(80).nullable().catch(null),
  action: z.string().max(80).nullable().catch(null),
  copy: z.string().max(3).nullable().catch(null),
  done: z.string().max(80).nullable().catch(null),
});
export type RemoveDetailsAt = z.infer<typeof AtSchema>;

export function readRemoveDetailsAt(url: string): RemoveDetailsAt {
  const { searchParams } = new URL(url);
  const given = ["answer", "action", "copy", "done"].map((name) => [name, searchParams.get(name)]);
  return AtSchema.parse(Object.fromEntries(given));
}
