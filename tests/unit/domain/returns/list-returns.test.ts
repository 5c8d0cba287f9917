import { describe, expect, it } from "vitest";
import { PAGE_SIZE, returnsPage } from "~/domain/returns/list-returns";

const school = (index: number, district = "North") => ({
  name: `School ${index}`,
  state: index % 2 === 0 ? ("submitted" as const) : ("not-started" as const),
  district,
});
const EVERYTHING = { district: null, state: null, page: 1 };

describe("a page of returns", () => {
  it("counts by state what the district leaves, whatever state is chosen", () => {
    const all = [school(1), school(2), school(3, "South")];
    const page = returnsPage(all, { ...EVERYTHING, district: "North", state: "submitted" });
    expect(page.counts).toEqual([
      { state: "not-started", count: 1 },
      { state: "submitted", count: 1 },
    ]);
    expect(page).toMatchObject({ invited: 2, found: 1, districts: ["North", "South"] });
    expect(page.rows).toEqual([school(2)]);
  });

  it("does not count a school that has left the round", () => {
    const left = { name: "Gone", state: "withdrawn" as const, district: "West" };
    const page = returnsPage([school(1), left], EVERYTHING);
    expect(page).toMatchObject({ invited: 1, districts: ["North"] });
  });

  it("gives the last page for one beyond it, and page 1 of an empty list", () => {
    const all = Array.from({ length: PAGE_SIZE + 1 }, (_, index) => school(index));
    const page = returnsPage(all, { ...EVERYTHING, page: 9 });
    expect(page).toMatchObject({ page: 2, pages: 2 });
    expect(page.rows).toHaveLength(1);
    expect(returnsPage([], EVERYTHING)).toMatchObject({ page: 1, pages: 1, found: 0 });
  });
});
