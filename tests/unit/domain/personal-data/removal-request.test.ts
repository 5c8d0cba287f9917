import { describe, expect, test } from "vitest";
import { readRemovalReason, readSearch } from "~/domain/personal-data/removal-request";
import { wordsCleaner } from "~/domain/personal-data/removal-words";

const ALL = { scopes: ["here", "review", "school"] as const, answer: true };

describe("what to look for", () => {
  test("is words in one of the places that are open to the person", () => {
    const typed = { target: "words" as const, words: "Jamie", scope: "school" };
    expect(readSearch(typed, ALL)).toMatchObject({ value: { scope: "school" } });
    expect(readSearch(typed, { scopes: ["review"], answer: true })).toMatchObject({
      problem: { code: "scope-missing" },
    });
    expect(readSearch({ ...typed, scope: "" }, ALL)).toMatchObject({
      problem: { code: "scope-missing" },
    });
    expect(readSearch({ ...typed, words: "J" }, ALL)).toMatchObject({
      problem: { code: "words-short" },
    });
  });

  test("may be the whole of one answer, and of nothing wider", () => {
    const typed = { target: "whole" as const, words: "", scope: "school" };
    expect(readSearch(typed, ALL)).toMatchObject({ value: { scope: "here" } });
    expect(readSearch(typed, { ...ALL, answer: false })).toMatchObject({
      problem: { code: "words-missing" },
    });
  });
});

describe("why", () => {
  test("is a reason of the list, with a note that holds neither the words nor a pupil number", () => {
    const clean = wordsCleaner("jamie");
    const read = (reason: string, note: string) => readRemovalReason({ reason, note }, clean);
    expect(read("child", " A pupil. ")).toEqual({
      ok: true,
      value: { reason: "child", note: "A pupil." },
    });
    expect(read("other", "")).toMatchObject({ ok: true });
    expect(read("whatever", "")).toMatchObject({ problem: { code: "reason-missing" } });
    expect(read("child", "It was JAMIE.")).toMatchObject({ problem: { code: "note-holds-words" } });
    expect(read("child", "n".repeat(201))).toMatchObject({ problem: { code: "note-long" } });
    expect(read("child", "A123456789012 was named")).toMatchObject({ ok: false });
  });
});
