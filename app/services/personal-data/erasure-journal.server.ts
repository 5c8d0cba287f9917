import { appendFile, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "~/domain/zod";
import type { App } from "~/platform/app.server";

/**
 * The numbers of erased accounts, one a line, beside the database and not in it: a backup that is put back brings
 * the accounts back, and the next night erases them again from here.
 */
const JOURNAL = "erased-accounts.txt";
const LinesSchema = z.array(z.uuid());

/** Adds an account after its erasure was committed. What could not be written is made good the next night. */
export async function rememberErasure(app: App, userId: string): Promise<void> {
  try {
    await appendFile(fileOf(app), `${userId}\n`, { mode: 0o600 });
  } catch (error) {
    app.log.error({ err: error }, "an erasure could not be noted beside the database");
  }
}

/** Everyone noted, each once. */
export async function listRemembered(app: App): Promise<string[]> {
  const text = await readFile(fileOf(app), "utf8").catch(() => "");
  const lines = text.split("\n").filter((line) => LinesSchema.safeParse([line]).success);
  return [...new Set(lines)];
}

const fileOf = ({ config }: App): string => path.join(config.dataDir, JOURNAL);
