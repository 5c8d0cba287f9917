import { describe, expect, it } from "vitest";
import { composeLetter } from "~/domain/mail/compose-letter";
import { plainTextOf } from "~/domain/mail/plain-text";
import type { MailData } from "~/domain/mail/templates";
import { VISIT_MAILS } from "~/domain/mail/visit-mails";

const frame = {
  origin: "https://review.example.org",
  recipientName: "Ruth Adeyemi",
  now: new Date("2027-01-11T09:00:00.000Z"),
};

const DATA: MailData<"visit-step"> = {
  what: "invited-reviewer",
  schoolName: "Marsh Lane Primary School",
  visitOn: "2027-02-04",
  startsAt: "09:00",
  endsAt: "15:30",
  by: "2027-01-18",
  who: "",
  words: "",
  calendar: null,
  path: "/visits/1",
};

const textOf = (data: Partial<MailData<"visit-step">>) => {
  const letter = composeLetter({ template: "visit-step", data: { ...DATA, ...data } }, frame);
  return { subject: letter.subject, text: plainTextOf(letter) };
};

describe("a mail about a visit", () => {
  it.each(VISIT_MAILS)("%s names the school and leads to one page", (what) => {
    const { subject, text } = textOf({ what });
    expect(`${subject} ${text}`).toContain("Marsh Lane Primary School");
    expect(text.match(/https:\/\/\S+/g)).toEqual(["https://review.example.org/visits/1"]);
  });

  it.each(VISIT_MAILS)("%s uses none of the words we never use", (what) => {
    const { text } = textOf({ what });
    expect(text).not.toMatch(/inspect|grade|\bpass\b|fail|excluded|revision|please|success|!/i);
  });

  it("says by when an answer is wanted, and the day where one is known", () => {
    const { text } = textOf({});
    expect(text).toContain("Say yes or not this time by Monday 18 January.");
    expect(text).toContain("The day: Thursday 4 February, 09:00 to 15:30.");
    expect(textOf({ visitOn: null, by: null }).text).not.toContain("The day:");
  });

  it("gives the words of whoever puts it off, under their name", () => {
    const { text } = textOf({ what: "postponed", who: "Ruth Adeyemi", words: "Snow is forecast." });
    expect(text).toContain("Ruth Adeyemi writes: Snow is forecast.");
  });

  it("says the day in the subject once it is agreed", () => {
    expect(textOf({ what: "day-agreed" }).subject).toBe(
      "The visit to Marsh Lane Primary School is on Thursday 4 February, 09:00 to 15:30",
    );
  });
});
