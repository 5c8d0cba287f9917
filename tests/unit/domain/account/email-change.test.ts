import { describe, expect, it } from "vitest";
import { stopStanding } from "~/domain/account/email-change";

const at = (time: string) => new Date(`2026-11-${time}Z`);
const expiresAt = at("24T11:00");

describe("what the link to the old address does", () => {
  it.each([
    ["while the change waits", null, at("24T10:59"), "stop"],
    ["when its hour is over", null, at("24T11:00"), null],
    ["right after the change", at("24T10:30"), at("24T10:31"), "undo"],
    ["in the last minute of the third day", at("24T10:30"), at("27T10:29"), "undo"],
    ["three days after the change", at("24T10:30"), at("27T10:30"), null],
  ])("%s", (_when, changedAt, now, expected) => {
    expect(stopStanding({ expiresAt, changedAt }, now)).toBe(expected);
  });
});
