import type { Day } from "./day";
import { londonDate } from "./format";

const digits = new Intl.DateTimeFormat("en-GB", {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
  timeZone: "Europe/London",
});

/** Minutes since midnight in London, from 0 to 1439. */
export function londonMinutes(moment: Date): number {
  const [hours, minutes] = digits.format(moment).split(":").map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

/**
 * The moment at which a London clock shows so many minutes after midnight of a day. London is on UTC or an hour
 * ahead; clocks change between 1:00 and 2:00, which no caller asks for.
 */
export function londonMoment(day: Day, minutes: number): Date {
  const asUtc = new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000);
  const ahead = londonMinutes(asUtc) !== minutes || londonDate(asUtc) !== day;
  return ahead ? new Date(asUtc.getTime() - 60 * 60_000) : asUtc;
}
