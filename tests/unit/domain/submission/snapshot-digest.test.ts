import { describe, expect, it } from "vitest";
import { dutyDigest, helpWanted, pointsDigest } from "~/domain/submission/snapshot-digest";
import { aSnapshot } from "./a-snapshot";

describe("what stands out in a signed copy", () => {
  it("counts the legal duties and names those not answered Yes", () => {
    const digest = dutyDigest(aSnapshot());
    expect(digest).toMatchObject({ yes: 0, partly: 1, no: 0 });
    expect(digest?.open.map(({ section, item }) => [section, item.key])).toEqual([["A", "A1"]]);
  });

  it("has no duties to count where none was asked", () => {
    const snapshot = aSnapshot();
    const items = snapshot.sections.flatMap((section) => section.items);
    for (const item of items) item.duty = null;
    expect(dutyDigest(snapshot)).toBeNull();
  });

  it("names the statements the school wants help with", () => {
    expect(helpWanted(aSnapshot()).map(({ item }) => item.key)).toEqual(["B1"]);
  });

  it("has points only for a scheme, met by Yes alone", () => {
    const snapshot = aSnapshot();
    expect(pointsDigest(snapshot)).toBeNull();
    snapshot.questionnaire.needed = "starters";
    const [first, second] = snapshot.sections.flatMap((section) => section.items);
    const [yes, partly] = snapshot.levels;
    if (!first || !second || !yes || !partly) throw new Error("expected statements and levels");
    Object.assign(yes, { mark: "tick" });
    Object.assign(partly, { mark: "half" });
    Object.assign(first, { entry: true, starter: true, level: yes.code });
    Object.assign(second, { entry: true, starter: true, level: partly.code });
    const points = pointsDigest(snapshot);
    expect(points).toMatchObject({ entry: { yes: 1, total: 2 }, starters: { yes: 1, total: 2 } });
    expect(points?.entry.missing.map(({ item }) => item.key)).toEqual([second.key]);
  });
});
