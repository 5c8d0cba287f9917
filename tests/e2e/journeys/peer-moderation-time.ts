import { readFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { readCalendar } from "~/domain/calendar/read-calendar";
import { londonDate } from "~/domain/calendar/format";
import { addWorkingDays } from "~/domain/calendar/working-days";
import { dataDir } from "../support/world";

/** A day of school so many working days from today, like "2027-01-14". */
export function workingDay(ahead: number): string {
  const read = readCalendar(readFileSync(path.resolve("db/demo/data/calendar.yaml"), "utf8"));
  if (!read.ok) throw new Error(read.problem.join("\n"));
  return addWorkingDays(read.value, londonDate(new Date()), ahead);
}

/** Weeks go by: the day that was agreed for a visit is today. Nothing else about it changes. */
export function letTheDayCome(visitId: string): void {
  const database = new Database(path.join(dataDir(), "inclusion-review.sqlite"), { timeout: 5000 });
  try {
    const statement = database.prepare("update visits set visit_on = ? where id = ?");
    if (statement.run(londonDate(new Date()), visitId).changes !== 1)
      throw new Error(`There is no visit ${visitId}`);
  } finally {
    database.close();
  }
}
