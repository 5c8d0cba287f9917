import { describe, expect, it } from "vitest";
import {
  ABSOLUTE_LIFETIME,
  IDLE_LIFETIME,
  isSessionLive,
  isSlideDue,
  sessionEnd,
  SLIDE_EVERY,
} from "~/auth/session-lifetime";

const start = new Date("2026-11-24T08:00:00.000Z");
const after = (milliseconds: number) => new Date(start.getTime() + milliseconds);

describe("how long a session lasts", () => {
  it("ends twelve hours after it was last used", () => {
    expect(sessionEnd(start, start)).toEqual(new Date("2026-11-24T20:00:00.000Z"));
  });

  it("never lasts past thirty days from signing in", () => {
    const used = after(ABSOLUTE_LIFETIME - 60_000);
    expect(sessionEnd(start, used)).toEqual(new Date("2026-12-24T08:00:00.000Z"));
  });

  it("is live up to its end and not at it", () => {
    const session = { createdAt: start, expiresAt: after(IDLE_LIFETIME) };
    expect(isSessionLive(session, after(IDLE_LIFETIME - 1))).toBe(true);
    expect(isSessionLive(session, after(IDLE_LIFETIME))).toBe(false);
  });

  it("is over after thirty days even where a later end is stored", () => {
    const session = { createdAt: start, expiresAt: after(2 * ABSOLUTE_LIFETIME) };
    expect(isSessionLive(session, after(ABSOLUTE_LIFETIME))).toBe(false);
  });

  it("moves its end on after fifteen minutes and not before", () => {
    const session = { createdAt: start, expiresAt: sessionEnd(start, start) };
    expect(isSlideDue(session, after(SLIDE_EVERY - 1))).toBe(false);
    expect(isSlideDue(session, after(SLIDE_EVERY))).toBe(true);
  });

  it("does not move its end when the thirty days are nearly over", () => {
    const session = { createdAt: start, expiresAt: after(ABSOLUTE_LIFETIME) };
    expect(isSlideDue(session, after(ABSOLUTE_LIFETIME - 1000))).toBe(false);
  });
});
