import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "~/domain/zod";

/** The file in DATA_DIR that says where the chain ends, out of reach of whoever writes to the database alone. */
export const ANCHOR_FILE = "audit-anchor.json";

const LinkSchema = z.object({ position: z.number().int().min(1), hash: z.string() });
const AnchorSchema = z.object({
  /** The end of the chain. */
  end: LinkSchema,
  /** The end before the batch that is being committed; null once that is done, or where it is the first. */
  before: LinkSchema.nullable(),
  /** Whether a batch is being committed: the chain may then end at either. */
  committing: z.boolean(),
});

export type Link = z.infer<typeof LinkSchema>;
export type Anchor = z.infer<typeof AnchorSchema>;

/** Where the chain was left; null where nothing was sealed here yet. Throws when the file cannot be read as ours. */
export function readAnchor(dataDir: string): Anchor | null {
  const text = readIfThere(path.join(dataDir, ANCHOR_FILE));
  return text === null ? null : AnchorSchema.parse(JSON.parse(text));
}

/** Replaces the file in one step. It does not wait, so that it may stand inside a transaction. */
export function writeAnchor(dataDir: string, anchor: Anchor): void {
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, ANCHOR_FILE);
  writeFileSync(`${file}.unfinished`, JSON.stringify(anchor), { mode: 0o600 });
  renameSync(`${file}.unfinished`, file);
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
