import { formatDay, formatTime } from "~/domain/calendar/format";

/** "14:02 on Friday 18 December", of an ISO 8601 moment. */
export function momentWords(iso: string): string {
  const moment = new Date(iso);
  return `${formatTime(moment)} on ${formatDay(moment)}`;
}
