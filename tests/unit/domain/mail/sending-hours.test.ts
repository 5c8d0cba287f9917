import { describe, expect, it } from "vitest";
import type { Calendar } from "~/domain/calendar/calendar";
import { nextSendingTime } from "~/domain/mail/sending-hours";
import { MAIL_TEMPLATES, type MailTemplate } from "~/domain/mail/templates";

const CALENDAR: Calendar = {
  terms: [
    { year: "2026-27", term: 1, from: "2026-09-01", to: "2026-10-16" },
    { year: "2026-27", term: 2, from: "2026-11-02", to: "2026-12-18" },
    { year: "2026-27", term: 3, from: "2027-01-04", to: "2027-02-12" },
    { year: "2026-27", term: 5, from: "2027-04-12", to: "2027-05-28" },
  ],
  bankHolidays: ["2026-12-25", "2027-05-03"],
};

const next = (template: MailTemplate, now: string, calendar = CALENDAR) =>
  nextSendingTime({ template, now: new Date(now), calendar }).toISOString();

describe("mail that can wait", () => {
  it.each([
    ["in hours", "2026-11-24T10:00:00.000Z", "2026-11-24T10:00:00.000Z"],
    ["at eight", "2026-11-24T08:00:00.000Z", "2026-11-24T08:00:00.000Z"],
    ["a minute before eight", "2026-11-24T07:59:00.000Z", "2026-11-24T08:00:00.000Z"],
    ["a minute before five", "2026-11-24T16:59:00.000Z", "2026-11-24T16:59:00.000Z"],
    ["at five", "2026-11-24T17:00:00.000Z", "2026-11-25T08:00:00.000Z"],
    ["Friday evening", "2026-11-27T18:00:00.000Z", "2026-11-30T08:00:00.000Z"],
    ["Saturday", "2026-11-28T10:00:00.000Z", "2026-11-30T08:00:00.000Z"],
    ["the last day of term after five", "2026-12-18T17:30:00.000Z", "2027-01-04T08:00:00.000Z"],
    ["the autumn holiday", "2026-10-20T10:00:00.000Z", "2026-11-02T08:00:00.000Z"],
    ["a bank holiday in term", "2027-05-03T10:00:00.000Z", "2027-05-04T07:00:00.000Z"],
    [
      "summer time, half past seven in London",
      "2027-05-04T06:30:00.000Z",
      "2027-05-04T07:00:00.000Z",
    ],
    ["summer time, five in London", "2027-05-04T16:00:00.000Z", "2027-05-05T07:00:00.000Z"],
  ])("%s", (_when, now, expected) => {
    expect(next("reminder", now)).toBe(expected);
    expect(next("digest", now)).toBe(expected);
    expect(next("renewal-due", now)).toBe(expected);
  });

  it("goes by weekdays where no terms are known", () => {
    const calendar = { terms: [], bankHolidays: ["2026-08-31"] };
    expect(next("digest", "2026-08-28T18:00:00.000Z", calendar)).toBe("2026-09-01T07:00:00.000Z");
  });

  it("is not searched for without end where a calendar has no working day", () => {
    const terms = [{ year: "2026-27", term: 1, from: "2026-09-05", to: "2026-09-06" }];
    const bankHolidays: string[] = [];
    const far = next("digest", "2026-09-05T10:00:00.000Z", { terms, bankHolidays });
    expect(far > "2027-08").toBe(true);
  });
});

describe("security mail", () => {
  const waiting: MailTemplate[] = [
    "digest",
    "reminder",
    "letter",
    "self-reviews-going",
    "account-going",
    "return-step",
    "renewal-due",
  ];
  const atOnce = MAIL_TEMPLATES.filter((one) => !waiting.includes(one));

  it.each(atOnce)("%s leaves at once, on Christmas Day at night too", (template) => {
    expect(next(template, "2026-12-25T02:00:00.000Z")).toBe("2026-12-25T02:00:00.000Z");
  });
});
