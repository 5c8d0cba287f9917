import { describe, expect, it } from "vitest";
import { refusalCode } from "~/domain/mail/refusal";

describe("what a mail server's answer means", () => {
  it.each([
    ["no such mailbox", "RCPT TO", 550, "550"],
    ["the message refused", "DATA", 554, "554"],
    ["the mailbox busy", "RCPT TO", 450, null],
    ["our sender refused", "MAIL FROM", 550, null],
    ["our sign-in refused", "AUTH PLAIN", 535, null],
    ["no connection", "CONN", null, null],
    ["nothing known", null, null, null],
  ])("%s", (_what, command, replyCode, expected) => {
    expect(refusalCode({ command, replyCode })).toBe(expected);
  });
});
