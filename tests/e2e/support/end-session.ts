import { createHash } from "node:crypto";
import path from "node:path";
import Database from "better-sqlite3";
import { ABSOLUTE_LIFETIME } from "~/auth/session-lifetime";
import type { Person } from "../world/plan";
import { dataDir } from "./world";

/** Lets someone's session end by time, as if they had been away for a day. */
export function endSession(person: Person): void {
  change(person, "expires_at = created_at");
}

const MINUTE = 60_000;
type Left = { minutes: number; longest: number };

/**
 * Lets someone's session end in so many minutes, as if they had not used it for hours; `longest`: minutes to the time
 * it cannot be kept past, however much it is used.
 */
export function leaveSession(person: Person, { minutes, longest }: Left): void {
  const now = Date.now();
  const createdAt = now + longest * MINUTE - ABSOLUTE_LIFETIME;
  change(person, "expires_at = ?, created_at = ?", now + minutes * MINUTE, createdAt);
}

function change({ session }: Person, what: string, ...values: number[]): void {
  const database = new Database(path.join(dataDir(), "inclusion-review.sqlite"), { timeout: 5000 });
  try {
    const id = createHash("sha256").update(session).digest("hex");
    const statement = database.prepare(`update sessions set ${what} where id = ?`);
    if (statement.run(...values, id).changes !== 1) throw new Error("That session is not there");
  } finally {
    database.close();
  }
}
