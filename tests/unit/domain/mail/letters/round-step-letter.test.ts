import { describe, expect, it } from "vitest";
import { composeLetter } from "~/domain/mail/compose-letter";
import { plainTextOf } from "~/domain/mail/plain-text";
import { ROUND_MAILS } from "~/domain/mail/round-mails";
import type { MailData } from "~/domain/mail/templates";

const DATA: MailData<"round-step"> = {
  what: "invited",
  roundTitle: "Inclusion Toolkit 2026 to 2027",
  schoolName: "Marsh Lane Primary School",
  organisationName: "Wealdshire Council",
  opensOn: "2026-12-01",
  firstDeadline: "2026-12-18",
  finalDeadline: "2027-01-22",
  words: "",
  path: "/schools/900001",
};
const frame = {
  origin: "https://review.example",
  recipientName: "Priya Nair",
  now: new Date("2026-11-24T10:00:00Z"),
};
const textOf = (over: Partial<MailData<"round-step">>) =>
  plainTextOf(composeLetter({ template: "round-step", data: { ...DATA, ...over } }, frame));
const flat = (over: Partial<MailData<"round-step">>) => textOf(over).replace(/\s+/g, " ");

describe("a mail about a round", () => {
  it("invites with the day it opens, both deadlines and where to begin", () => {
    const text = flat({});
    expect(text).toContain("Dear Priya");
    expect(text).toContain("It opens on Tuesday 1 December.");
    expect(text).toContain(
      "The first deadline is Friday 18 December, the final deadline Friday 22 January.",
    );
    expect(text).toContain("https://review.example/schools/900001");
    expect(flat({ opensOn: null })).toContain("It is open now.");
  });

  it("carries what the organisation wrote, paragraph by paragraph", () => {
    const words = "Start with sections A and C.\n\nWe visit in Term 4.";
    expect(flat({ words })).toContain(
      "From Wealdshire Council: Start with sections A and C. We visit",
    );
    expect(flat({ what: "extended", words: "A new head." })).toContain(
      "The reason given: A new head.",
    );
    expect(flat({})).not.toContain("From Wealdshire Council:");
  });

  it("never speaks of a deadline where joining is voluntary", () => {
    const none = { what: "may-join" as const, firstDeadline: null, finalDeadline: null };
    expect(flat(none)).toContain("Joining is up to you");
    expect(flat(none)).not.toContain("deadline");
  });

  it.each(ROUND_MAILS)("%s says why it came and leads back", (what) => {
    expect(flat({ what })).toContain("headteacher or coordinator at Marsh Lane Primary School");
    expect(textOf({ what })).toContain("https://review.example/schools/900001");
  });
});
