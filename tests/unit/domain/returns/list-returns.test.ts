import { describe, expect, it } from "vitest";
import { districtsOf, inOrder, pageOf, PAGE_SIZE } from "~/domain/returns/list-returns";

describe("which districts a list shows", () => {
  it("is one's own to begin with, all where there are none, and what is asked for", () => {
    expect(districtsOf({ district: null }, ["Thanet"])).toEqual(["Thanet"]);
    expect(districtsOf({ district: "mine" }, ["Thanet"])).toEqual(["Thanet"]);
    expect(districtsOf({ district: null }, [])).toBeNull();
    expect(districtsOf({ district: "all" }, ["Thanet"])).toBeNull();
    expect(districtsOf({ district: "Swale" }, ["Thanet"])).toEqual(["Swale"]);
  });
});

describe("the states of a list", () => {
  it("stand in the order of a return, without those that nobody is in or that have left", () => {
    expect(
      inOrder([
        { state: "submitted", count: 2 },
        { state: "withdrawn", count: 1 },
        { state: "replied", count: 0 },
        { state: "not-started", count: 4 },
      ]),
    ).toEqual([
      { state: "not-started", count: 4 },
      { state: "submitted", count: 2 },
    ]);
  });
});

describe("the page of a list", () => {
  it("is the last for one beyond it, and page 1 of an empty list", () => {
    expect(pageOf(PAGE_SIZE + 1, 9)).toEqual({ page: 2, pages: 2 });
    expect(pageOf(0, 3)).toEqual({ page: 1, pages: 1 });
    expect(pageOf(PAGE_SIZE, 1)).toEqual({ page: 1, pages: 1 });
  });
});
