import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { restoreBackup, type Restored } from "./restore-backup.server";

/**
 * Tries a backup out: restores it into an empty folder, compares every table and key file with the hashes taken
 * when it was made, and clears up. Throws with what differs.
 */
export function drillBackup(backup: string, now: Date): Restored {
  const dataDir = mkdtempSync(path.join(tmpdir(), "inclusion-review-drill-"));
  try {
    return restoreBackup({ backup, location: { url: undefined, dataDir }, now });
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
