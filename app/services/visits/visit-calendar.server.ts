import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { londonMoment } from "~/domain/calendar/london-time";
import type { App } from "~/platform/app.server";

/** A visit on a day, as calendars know it. Hours are London's, "09:00". */
export type CalendarVisit = {
  id: string;
  schoolName: string;
  /** Where to go: "Mill Road, Weald TN1 1AA". */
  location: string;
  visitOn: string;
  startsAt: string;
  endsAt: string;
  sequence: number;
};

type Method = "REQUEST" | "CANCEL";

/**
 * The calendar file of a visit (RFC 5545, 5546): one event with an identity that never changes, so that a later
 * SEQUENCE moves it and CANCEL takes it out. Times are written in UTC, so no reader needs our time zone.
 */
export function visitCalendar(
  app: Pick<App, "clock" | "config">,
  visit: CalendarVisit,
  method: Method,
): { method: Method; text: string } {
  const { origin, mailFrom } = app.config;
  const calendar = ical({ prodId: "//Inclusion Review//Visits//EN" });
  calendar.method(method === "CANCEL" ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST);
  calendar.createEvent({
    id: `visit-${visit.id}@${new URL(origin).hostname}`,
    sequence: visit.sequence,
    stamp: app.clock.now(),
    start: londonMoment(visit.visitOn, minutesOf(visit.startsAt)),
    end: londonMoment(visit.visitOn, minutesOf(visit.endsAt)),
    summary: `Peer moderation visit to ${visit.schoolName}`,
    location: visit.location,
    description: "The plan of the day and what is next are on the page of the visit.",
    url: `${origin}/visits/${visit.id}`,
    organizer: { name: "Inclusion Review", email: mailFrom },
    status: method === "CANCEL" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return { method, text: calendar.toString() };
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
