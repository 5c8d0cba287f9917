import { describe, expect, it } from "vitest";
import { changeRoleDates, endedNow, readRoleDates } from "~/domain/people/role-dates";

const TODAY = "2026-11-24";
const fieldsOf = (read: ReturnType<typeof readRoleDates>) =>
  read.ok ? [] : read.problem.map(({ field }) => field);

describe("the days of a new role", () => {
  it("begin today and have no end where nothing is typed", () => {
    expect(readRoleDates({ from: "", to: " " }, TODAY)).toEqual({
      ok: true,
      value: { from: TODAY, to: null },
    });
  });

  it("are read as people write them, both included", () => {
    const read = readRoleDates({ from: "4 1 2027", to: "31 August 2027" }, TODAY);
    expect(read).toEqual({ ok: true, value: { from: "2027-01-04", to: "2027-08-31" } });
  });

  it("are refused where they are no days, over, or the wrong way round", () => {
    expect(fieldsOf(readRoleDates({ from: "soon", to: "31 2 2027" }, TODAY))).toEqual([
      "from",
      "to",
    ]);
    expect(fieldsOf(readRoleDates({ from: "1 9 2026", to: "23 11 2026" }, TODAY))).toEqual(["to"]);
    expect(fieldsOf(readRoleDates({ from: "4 1 2027", to: "3 1 2027" }, TODAY))).toEqual(["to"]);
  });
});

describe("changing the days", () => {
  const held = { from: "2026-09-01", to: "2027-03-31" };
  const change = (to: string, isOwn: boolean, from = "") =>
    changeRoleDates({ held, typed: { from, to }, today: TODAY, isOwn });

  it("keeps the first day of a role that has begun", () => {
    expect(change("31 8 2027", false, "1 1 2027")).toEqual({
      ok: true,
      value: { from: "2026-09-01", to: "2027-08-31" },
    });
  });

  it("lets nobody make their own role longer, and everybody make it shorter", () => {
    expect(fieldsOf(change("1 4 2027", true))).toEqual(["to"]);
    expect(fieldsOf(change("", true))).toEqual(["to"]);
    expect(change("31 3 2027", true).ok).toBe(true);
    expect(change("1 12 2026", true).ok).toBe(true);
  });

  it("lets nobody bring their own coming role forward", () => {
    const coming = { from: "2027-01-04", to: null };
    const typed = { from: "24 11 2026", to: "" };
    const read = changeRoleDates({ held: coming, typed, today: TODAY, isOwn: true });
    expect(read.ok).toBe(false);
  });
});

it("a role that ends now had its last day yesterday", () => {
  expect(endedNow("2027-01-01")).toBe("2026-12-31");
});
