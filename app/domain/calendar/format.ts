import { dayNumber, type Day } from "~/domain/calendar/day";

/** Everything is stored in UTC and shown at this clock (design.md section 2 and look/README.md section 8). */
const LONDON = "Europe/London";

const dateOf = (zone: string) =>
  new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: zone,
  });
const dayOf = (zone: string) =>
  new Intl.DateTimeFormat("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: zone,
  });

const londonDates = dateOf(LONDON);
const londonDays = dayOf(LONDON);
const plainDates = dateOf("UTC");
const plainDays = dayOf("UTC");
const londonDigits = new Intl.DateTimeFormat("en-GB", {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  timeZone: LONDON,
});
const londonTimes = new Intl.DateTimeFormat("en-GB", {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: LONDON,
});

/** The day it is in London at a moment, as "YYYY-MM-DD". */
export function londonDate(moment: Date): Day {
  const [day, month, year] = londonDigits.format(moment).split("/");
  return `${year ?? ""}-${month ?? ""}-${day ?? ""}`;
}

/** "22 November 2026", of a day, or of a moment as the day it is in London. */
export function formatDate(when: Day | Date): string {
  return typeof when === "string"
    ? plainDates.format(dayNumber(when) * 86_400_000)
    : londonDates.format(when);
}

/** "Friday 18 December". */
export function formatDay(when: Day | Date): string {
  const text =
    typeof when === "string"
      ? plainDays.format(dayNumber(when) * 86_400_000)
      : londonDays.format(when);
  return text.replace(",", "");
}

/** "14:02" in London. */
export function formatTime(moment: Date): string {
  return londonTimes.format(moment);
}

/** "22 November 2026, 14:02". */
export function formatDateTime(moment: Date): string {
  return `${formatDate(moment)}, ${formatTime(moment)}`;
}
