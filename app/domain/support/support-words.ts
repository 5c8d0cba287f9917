import { formatDay } from "~/domain/calendar/format";
import type { CourseDate, SupportEntry, SupportKind } from "./entry";

export const SUPPORT_KIND_WORDS: Record<SupportKind, string> = {
  course: "Course",
  contact: "Contact",
  template: "Template",
  school: "School that shares",
};

/** "Tuesday 26 January 2027, 15:45, Online". */
export function courseDateWords({ on, at, place }: CourseDate): string {
  const day = `${formatDay(on)} ${on.slice(0, 4)}`;
  return [day, at, place].filter((part) => part !== "").join(", ");
}

/** How to book or whom to ask, with the ways that are known: "Book with the Inclusion team: https://…". */
export function supportWays({
  booking,
  link,
  email,
  telephone,
}: Pick<SupportEntry, "booking" | "link" | "email" | "telephone">): string {
  const ways = [link, email, telephone].filter((way) => way !== null).join(", ");
  return [booking, ways].filter((part) => part !== "").join(": ");
}

/** How many dates of a course a letter names. */
const MOST_DATES = 3;

/**
 * Help in words, one line for each entry, as an officer's reply begins its "we can offer" with. Plain text without the
 * codes of statements; the officer changes it as they like.
 */
export function offerLines(entries: readonly SupportEntry[]): string[] {
  return entries.map((entry) => {
    const dates = entry.dates.slice(0, MOST_DATES).map(courseDateWords).join("; ");
    const title = entry.school === null ? entry.title : `${entry.school.name}: ${entry.title}`;
    const head = dates === "" ? title : `${title}, ${dates}`;
    return [head, entry.about, supportWays(entry)].filter((part) => part !== "").join(". ");
  });
}
