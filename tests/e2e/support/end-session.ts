import { createHash } from "node:crypto";
import path from "node:path";
import Database from "better-sqlite3";
import type { Person } from "../world/plan";
import { dataDir } from "./world";

/** Lets someone's session end by time, as if they had been away for a day. */
export function endSession({ session }: Person): void {
  const database = new Database(path.join(dataDir(), "inclusion-review.sqlite"), { timeout: 5000 });
  try {
    const id = createHash("sha256").update(session).digest("hex");
    const { changes } = database
      .prepare("update sessions set expires_at = created_at where id = ?")
      .run(id);
    if (changes !== 1) throw new Error("That session is not there");
  } finally {
    database.close();
  }
}
