import { describe, expect, it } from "vitest";
import type { WhatIsLeft } from "~/domain/questionnaire/what-is-left";
import { carryOnWith, carryOnWords, inHomeOrder, type HomeResponse } from "~/domain/response/home";

function left(count: number, more: Partial<WhatIsLeft> = {}): WhatIsLeft {
  const statements = Array.from({ length: count }, (_, index) => ({
    key: `C${index + 1}`,
    short: "Short",
    section: "C",
    lacks: ["level" as const],
  }));
  const next = statements[0] ?? null;
  const ready = count === 0;
  return { statements, sections: [], fields: [], next, minutes: 20, ready, ...more };
}

function aResponse(id: string, facts: Partial<HomeResponse> = {}): HomeResponse {
  return {
    id,
    title: id,
    state: "in-progress",
    isPrivate: false,
    mayAnswer: true,
    deadlines: [],
    left: left(11),
    ...facts,
  };
}

const due = (date: string) => [
  { kind: "first" as const, date, workingDays: 5, when: "upcoming" as const },
];

describe("home", () => {
  it("puts the nearest deadline first, then those without, private and settled ones last", () => {
    const responses = [
      aResponse("signed", { state: "submitted", deadlines: due("2026-11-01") }),
      aResponse("private", { isPrivate: true }),
      aResponse("asthma"),
      aResponse("standards", { deadlines: due("2027-03-19") }),
      aResponse("toolkit", { deadlines: due("2026-12-18") }),
    ];
    const order = inHomeOrder(responses).map(({ id }) => id);
    expect(order).toEqual(["toolkit", "standards", "asthma", "private", "signed"]);
  });

  it("carries on with what was begun before what was not", () => {
    const untouched = aResponse("new", { state: "not-started", deadlines: due("2026-12-01") });
    const begun = aResponse("begun", { deadlines: due("2027-03-19") });
    expect(carryOnWith([untouched, begun])?.id).toBe("begun");
    expect(carryOnWith([untouched])?.id).toBe("new");
  });

  it("passes over what the reader may not answer and what is done", () => {
    const done = aResponse("done", { left: left(0), deadlines: due("2026-12-01") });
    const locked = aResponse("locked", { state: "ready-to-sign", mayAnswer: false });
    expect(carryOnWith([done, locked, aResponse("open")])?.id).toBe("open");
    expect(carryOnWith([done, locked])?.id).toBe("done");
    expect(carryOnWith([locked])).toBeNull();
  });
});

describe("the words of carry on", () => {
  const words = (facts: Partial<HomeResponse>) => carryOnWords(aResponse("one", facts));

  it("say how much is left and about how long it takes", () => {
    expect(words({})).toBe("Carry on: 11 left, about 20 minutes");
    expect(words({ state: "not-started" })).toBe("Start: 11 left, about 20 minutes");
    expect(words({ left: left(1, { minutes: 1 }) })).toBe("Carry on: 1 left, about 1 minute");
  });

  it("say what else is left once the statements are done", () => {
    const sections = [{ key: "C", title: "C", lacks: ["headline" as const] }];
    const summing = left(0, { ready: false, sections, minutes: 2 });
    expect(words({ left: summing })).toBe("Carry on: 1 section to sum up, about 2 minutes");
    const fields = [{ key: "staff", label: "Staff" }];
    const both = { ...summing, fields };
    expect(words({ left: both })).toBe("Carry on: 2 things left, about 2 minutes");
  });

  it("say what comes next when all is done", () => {
    expect(words({ left: left(0) })).toBe("All done: check the answers and mark them ready");
  });
});
