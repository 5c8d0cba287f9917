import { describe, expect, it } from "vitest";
import {
  pointsState,
  schemePage,
  type Listed,
  type SchemeFilter,
} from "~/domain/confirmation/list-schools";

const ALL: SchemeFilter = {
  points: null,
  status: null,
  missing: null,
  authority: null,
  leads: null,
  page: 1,
};
const F1 = { key: "F1", short: "Staff training" };
const D1 = { key: "D1", short: "Emergency inhaler" };

const school = (name: string, over: Partial<Listed> = {}) => ({
  name,
  points: "met" as const,
  statuses: [],
  missing: [],
  authority: "Kent",
  lapses: false,
  leadLeft: false,
  ...over,
});
const SCHOOLS = [
  school("Ash", { statuses: ["to-confirm"] }),
  school("Beech", { statuses: ["confirmed", "renewing"], leadLeft: true }),
  school("Cedar", { points: "one-missing", missing: [F1], lapses: true }),
  school("Dogwood", { points: "more-missing", missing: [D1, F1], authority: "Medway" }),
  school("Elm", { points: "not-signed", authority: "Medway" }),
];
const names = (filter: Partial<SchemeFilter>) =>
  schemePage(SCHOOLS, { ...ALL, ...filter }).rows.map(({ name }) => name);

describe("the list of a scheme's schools", () => {
  it.each([
    ["nothing asked", {}, ["Ash", "Beech", "Cedar", "Dogwood", "Elm"]],
    ["one thing missing", { points: "one-missing" }, ["Cedar"]],
    ["to confirm", { status: "to-confirm" }, ["Ash"]],
    ["to renew", { status: "renewing" }, ["Beech"]],
    ["missing training", { missing: "F1" }, ["Cedar", "Dogwood"]],
    ["of Medway", { authority: "Medway" }, ["Dogwood", "Elm"]],
    ["training lapses", { leads: "lapses" }, ["Cedar"]],
    ["the lead has left", { leads: "left" }, ["Beech"]],
    ["both at once", { authority: "Kent", missing: "F1" }, ["Cedar"]],
  ] as const)("filtered by %s", (_, filter, expected) => {
    expect(names(filter)).toEqual(expected);
  });

  it("counts by the authority alone, so that every other filter stays to choose from", () => {
    const page = schemePage(SCHOOLS, { ...ALL, authority: "Medway", points: "not-signed" });
    expect(page.points.map(({ count }) => count)).toEqual([0, 0, 1, 1]);
    expect(page.missing).toEqual([
      { ...D1, count: 1 },
      { ...F1, count: 1 },
    ]);
    expect(page.all).toBe(2);
    expect(page.authorities).toEqual(["Kent", "Medway"]);
  });

  it("turns its pages, and shows the last for one beyond it", () => {
    const many = Array.from({ length: 51 }, (_, index) => school(`School ${index}`));
    expect(schemePage(many, { ...ALL, page: 9 })).toMatchObject({ page: 3, pages: 3, found: 51 });
    expect(schemePage(many, { ...ALL, page: 3 }).rows).toHaveLength(1);
  });

  it.each([
    [false, 0, "not-signed"],
    [true, 0, "met"],
    [true, 1, "one-missing"],
    [true, 2, "more-missing"],
  ])("signed %s with %i missing is %s", (signed, missing, expected) => {
    expect(pointsState(signed, missing)).toBe(expected);
  });
});
