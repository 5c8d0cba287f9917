import { describe, expect, test } from "vitest";
import { nextTry } from "~/domain/work/next-try";
import { MAX_TRIES } from "~/domain/work/outbox";

const now = new Date("2026-11-24T10:00:00.000Z");
const wait = (tries: number) => {
  const next = nextTry({ tries, now });
  return next === null ? null : (next.getTime() - now.getTime()) / 1000;
};

describe("a job that failed", () => {
  test("is tried again after five seconds, then after longer and longer waits", () => {
    expect([1, 2, 3, 4, 5].map(wait)).toEqual([5, 20, 80, 320, 1280]);
  });

  test("is parked once it has had its tries", () => {
    expect(wait(MAX_TRIES - 1)).not.toBeNull();
    expect(wait(MAX_TRIES)).toBeNull();
    expect(wait(MAX_TRIES + 1)).toBeNull();
  });
});
