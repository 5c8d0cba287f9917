import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import type { App } from "~/platform/app.server";
import { findLastRemovalAt } from "~db/queries/removals";

/** The moment in a name that `stampOf` made, wherever it stands in it. */
const STAMP = /(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z/;

/**
 * Copies in `DATA_DIR/backups` that were made before a moment, with what was then in the database: they hold what
 * has been removed since until they are deleted. One put back has it removed again. Nothing for a null moment.
 */
export function backupsThatHold(dataDir: string, removedAt: Date | null): string[] {
  const folder = path.join(dataDir, "backups");
  if (removedAt === null || !existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => {
      const madeAt = momentIn(name);
      // What a restore moved aside is as old as its removals, whenever that was.
      return madeAt === null || madeAt <= removedAt || name.startsWith("before-restore-");
    })
    .sort()
    .map((name) => path.join(folder, name));
}

function momentIn(name: string): Date | null {
  const [, day, hours, minutes, seconds, thousandths] = STAMP.exec(name) ?? [];
  if (day === undefined) return null;
  return new Date(`${day}T${hours}:${minutes}:${seconds}.${thousandths}Z`);
}

/** When personal details were last removed here; null where they never were. */
export async function lastRemovalAt({ db }: Pick<App, "db">): Promise<Date | null> {
  return (await findLastRemovalAt(db.read)) ?? null;
}
