import { calendarFrom, CalendarFileSchema, type Calendar } from "~/domain/calendar/calendar";
import { ok, refused, type Result } from "~/domain/result";
import { parseDocument } from "yaml";

/** Reads a calendar file. Problems are sentences that say where. */
export function readCalendar(text: string): Result<Calendar, string[]> {
  const document = parseDocument(text, { prettyErrors: true });
  if (document.errors.length > 0) return refused(document.errors.map((error) => error.message));
  const parsed = CalendarFileSchema.safeParse(document.toJS());
  if (!parsed.success)
    return refused(
      parsed.error.issues.map((issue) => `${issue.path.map(String).join(".")}: ${issue.message}`),
    );
  return ok(calendarFrom(parsed.data));
}
