import { readFileSync } from "node:fs";
import { readCalendar } from "~/domain/calendar/read-calendar";

/** The calendar the service starts with. */
export function kentCalendar() {
  const read = readCalendar(readFileSync("db/demo/data/calendar.yaml", "utf8"));
  if (!read.ok) throw new Error(read.problem.join("\n"));
  return read.value;
}
