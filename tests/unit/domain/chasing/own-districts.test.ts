import { describe, expect, it } from "vitest";
import { readCover } from "~/domain/chasing/cover-fields";
import { mineOn } from "~/domain/chasing/own-districts";

const own = [
  { userId: "hannah", district: "Thanet" },
  { userId: "hannah", district: "Dover" },
  { userId: "kofi", district: "Swale" },
];
const cover = {
  ownerId: "hannah",
  ownerName: "Hannah Osei",
  coveredBy: "kofi",
  districts: ["Thanet"],
  from: "2026-11-23",
  to: "2026-11-27",
};
const mine = (userId: string, today: string) =>
  mineOn({ userId, own, covers: [cover], today }).map(({ district, coveredFor }) =>
    coveredFor === null ? district : `${district} for ${coveredFor}`,
  );

describe("an officer's districts", () => {
  it("are their own, by name, and a colleague's on the days of a cover", () => {
    expect(mine("hannah", "2026-11-24")).toEqual(["Dover", "Thanet"]);
    expect(mine("kofi", "2026-11-23")).toEqual(["Swale", "Thanet for Hannah Osei"]);
    expect(mine("kofi", "2026-11-27")).toEqual(["Swale", "Thanet for Hannah Osei"]);
  });

  it("are no longer a colleague's before and after", () => {
    expect(mine("kofi", "2026-11-22")).toEqual(["Swale"]);
    expect(mine("kofi", "2026-11-28")).toEqual(["Swale"]);
  });
});

describe("a cover as typed", () => {
  const known = { today: "2026-11-24", own: ["Dover", "Thanet"], colleagues: ["hannah", "kofi"] };
  const typed = {
    ownerId: "hannah",
    coveredBy: "kofi",
    districts: ["Thanet", "Swale"],
    from: "24 11 2026",
    to: "4 December 2026",
  };

  it("holds the owner's districts and no others", () => {
    expect(readCover(typed, known)).toEqual({
      ok: true,
      value: { ...typed, districts: ["Thanet"], from: "2026-11-24", to: "2026-12-04" },
    });
  });

  it.each([
    ["coveredBy", { coveredBy: "hannah" }],
    ["coveredBy", { coveredBy: "stranger" }],
    ["districts", { districts: ["Swale"] }],
    ["from", { from: "soon" }],
    ["to", { to: "1 11 2026" }],
    ["to", { from: "1 10 2026", to: "2 10 2026" }],
    ["to", { to: "1 1 2028" }],
  ])("is refused at %s", (field, over) => {
    const read = readCover({ ...typed, ...over }, known);
    expect(read.ok ? [] : read.problem.map((problem) => problem.field)).toEqual([field]);
  });
});
