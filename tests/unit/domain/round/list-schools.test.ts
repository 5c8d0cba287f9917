import { describe, expect, it } from "vitest";
import { schoolsPage, SCHOOLS_PAGE, type SchoolsFilter } from "~/domain/round/list-schools";
import type { SchoolProgress } from "~/domain/round/participation";

const deadline = { kind: "first" as const, date: "2026-12-18", extended: false };
const school = (name: string, progress: SchoolProgress, over = {}) => ({
  ...{ name, urn: `${name.length}00000`, progress, next: deadline, late: null },
  ...over,
});
const schools = [
  school("Ash", "signed"),
  school("Beech", "drafting", { late: deadline }),
  school("Cherry Tree", "drafting", { next: { ...deadline, extended: true } }),
  school("Damson", "not-invited"),
];
const page = (over: Partial<SchoolsFilter>) =>
  schoolsPage(schools, { shows: null, name: "", page: 1, ...over });
const names = (over: Partial<SchoolsFilter>) => page(over).rows.map(({ name }) => name);

describe("the schools of a round, listed", () => {
  it("are counted by how far they are, and those late or with more time besides", () => {
    expect(page({ shows: "signed", name: "nobody" }).counts).toEqual([
      { shows: "late", count: 1 },
      { shows: "extended", count: 1 },
      { shows: "not-invited", count: 1 },
      { shows: "drafting", count: 2 },
      { shows: "signed", count: 1 },
    ]);
  });

  it("are narrowed by what is shown and by a part of the name, or the whole URN", () => {
    expect(names({})).toEqual(["Ash", "Beech", "Cherry Tree", "Damson"]);
    expect(names({ shows: "drafting" })).toEqual(["Beech", "Cherry Tree"]);
    expect(names({ shows: "late" })).toEqual(["Beech"]);
    expect(names({ shows: "extended" })).toEqual(["Cherry Tree"]);
    expect(names({ name: " TREE" })).toEqual(["Cherry Tree"]);
    expect(names({ name: "300000" })).toEqual(["Ash"]);
  });

  it("come a page at a time, and a page beyond the last is the last", () => {
    const many = Array.from({ length: SCHOOLS_PAGE + 1 }, (_, i) => school(`S${i}`, "signed"));
    const last = schoolsPage(many, { shows: null, name: "", page: 9 });
    expect([last.page, last.pages, last.rows.length, last.found]).toEqual([2, 2, 1, 51]);
  });
});
