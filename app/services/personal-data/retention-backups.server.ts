import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import type { App } from "~/platform/app.server";

/** Days a backup is kept here; a copy taken elsewhere is for whoever took it. */
export const BACKUP_DAYS = 35;

const DAY_MS = 86_400_000;
/** "2026-11-22T10-05-09-123Z", alone or of what a restore set aside. */
const FOLDER =
  /^(before-restore-)?(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z(\.unfinished)?$/;

/** Throws old backups away, so that who was erased is forgotten there too. The newest whole one always stays. */
export async function rotateBackups(app: App): Promise<void> {
  const folder = path.join(app.config.dataDir, "backups");
  const names = await readdir(folder).catch(() => []);
  for (const name of oldBackups(names, app.clock.now())) {
    await rm(path.join(folder, name), { recursive: true, force: true });
    app.log.info({ backup: name }, "an old backup was thrown away");
  }
}

/** Of the folders of backups, those that are over; a name of another kind is never one. */
export function oldBackups(names: readonly string[], now: Date): string[] {
  const found = names.flatMap((name) => {
    const madeAt = madeAtOf(name);
    return madeAt === null ? [] : [{ name, madeAt }];
  });
  const whole = found.filter(
    ({ name }) => !name.startsWith("before") && !name.endsWith("unfinished"),
  );
  const newest = whole.sort((one, other) => other.madeAt - one.madeAt)[0]?.name;
  const before = now.getTime() - BACKUP_DAYS * DAY_MS;
  return found
    .filter(({ name, madeAt }) => name !== newest && madeAt < before)
    .map(({ name }) => name);
}

function madeAtOf(name: string): number | null {
  const parts = FOLDER.exec(name);
  if (parts === null) return null;
  const [, , day = "", hours = "", minutes = "", seconds = "", ms = ""] = parts;
  return Date.parse(`${day}T${hours}:${minutes}:${seconds}.${ms}Z`);
}
