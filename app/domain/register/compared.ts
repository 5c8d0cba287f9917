import { z } from "~/domain/zod";

/** What a file that waits would do, in figures, and what it leaves out and why: kept as JSON with the import. */
export const SummarySchema = z.object({
  lines: z.number(),
  linkLines: z.number(),
  added: z.number(),
  changed: z.number(),
  closed: z.number(),
  links: z.number(),
  unchanged: z.number(),
  elsewhere: z.array(z.object({ authority: z.string(), lines: z.number() })),
  /** The first of those left out, one by one. */
  ignored: z.array(
    z.object({ line: z.number(), urn: z.string(), name: z.string(), reason: z.string() }),
  ),
  /** How many there are by reason. */
  ignoredCounts: z.record(z.string(), z.number()),
  /** Open schools of the register of which the file says nothing; nothing happens to them. */
  missing: z.array(z.object({ urn: z.string(), name: z.string() })),
  missingCount: z.number(),
});
export type ImportSummary = z.infer<typeof SummarySchema>;

/** Parts of an import that are looked at one by one. */
export const SHOWN = ["added", "changed", "closed", "links", "ignored"] as const;
export type Shown = (typeof SHOWN)[number];

/** As many as are listed one by one; the rest is counted. */
export const MOST_LISTED = 500;

export const IGNORED_WORDS: Readonly<Record<string, string>> = {
  "closed-before": "closed, and never in this register",
  "not-open": "not open yet",
  "said-before": "the same line stands further up",
  "unknown-school": "the link names a school that is not in this register",
  "other-kind": "a link that is neither predecessor nor successor",
};
