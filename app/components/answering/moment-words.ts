import { formatDate, formatTime, londonDate } from "~/domain/calendar/format";

const DAY_MS = 86_400_000;

/** "today at 20:53", "yesterday", "6 November"; with the year when it is another. */
export function momentWords(at: Date, now: Date): string {
  const day = londonDate(at);
  if (day === londonDate(now)) return `today at ${formatTime(at)}`;
  if (day === londonDate(new Date(now.getTime() - DAY_MS))) return "yesterday";
  return dayWords(at, now);
}

/** "6 November", or "16 December 2025" in another year. */
export function dayWords(at: Date, now: Date): string {
  const [day, month, year] = formatDate(at).split(" ");
  const sameYear = londonDate(at).slice(0, 4) === londonDate(now).slice(0, 4);
  return [day, month, sameYear ? null : year].filter(Boolean).join(" ");
}

/** What stands after "Saved": "14:02" today, else the day. */
export function savedWords(at: Date, now: Date): string {
  return londonDate(at) === londonDate(now) ? formatTime(at) : dayWords(at, now);
}
