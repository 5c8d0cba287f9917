import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  changesNothing,
  planGroups,
  type GroupLine,
  type StandingGroup,
} from "~/domain/register/plan-groups";

const COVERED = ["118001", "118002", "118003", "118004"];
const covered = new Set(COVERED);
const aLine = (over: Partial<GroupLine> = {}): GroupLine => ({
  line: 2,
  kind: "community",
  group: "Coast",
  urn: "118001",
  ...over,
});
const coast: StandingGroup = {
  id: "coast",
  kind: "community",
  name: "Coast",
  version: 3,
  byHand: new Set(["118001", "118002"]),
  byRule: new Set(["118003"]),
};

describe("a file of groups", () => {
  it("makes a group of its lines, once for each school, whatever the spaces and letters of the kind", () => {
    const lines = [aLine(), aLine({ kind: "Community ", group: " Coast  " }), aLine({ urn: "" })];
    const { plans, problems } = planGroups(lines, { covered, standing: [] });
    expect(problems).toEqual([]);
    expect(plans).toMatchObject([
      { kind: "community", name: "Coast", standing: null, urns: ["118001"], put: ["118001"] },
    ]);
  });

  it("puts in and takes out what was put in by hand, and leaves what a district brings", () => {
    const lines = ["118001", "118003", "118004"].map((urn) => aLine({ urn }));
    const { plans } = planGroups(lines, { covered, standing: [coast] });
    expect(plans).toMatchObject([
      {
        standing: { id: "coast", version: 3 },
        urns: ["118001", "118004"],
        put: ["118004"],
        out: ["118002"],
      },
    ]);
  });

  it("names each line that cannot be read", () => {
    const lines = [
      aLine({ line: 2, kind: "circle" }),
      aLine({ line: 3, group: " " }),
      aLine({ line: 4, group: "x".repeat(81) }),
      aLine({ line: 5, urn: "999999" }),
    ];
    expect(planGroups(lines, { covered, standing: [] }).problems).toEqual([
      { line: 2, message: "kind is not one of district, area, community, trust" },
      { line: 3, message: "the group has no name" },
      { line: 4, message: "the name is longer than 80 letters" },
      { line: 5, message: "999999 is no URN of a school you cover" },
    ]);
  });

  it("changes nothing when it says what stands", () => {
    const sets = fc.uniqueArray(fc.constantFrom(...COVERED));
    fc.assert(
      fc.property(sets, sets, (hand, rule) => {
        const byRule = new Set(rule.filter((urn) => !hand.includes(urn)));
        const standing = [{ ...coast, byHand: new Set(hand), byRule }];
        const lines = [aLine({ urn: "" }), ...[...hand, ...byRule].map((urn) => aLine({ urn }))];
        expect(planGroups(lines, { covered, standing }).plans.every(changesNothing)).toBe(true);
      }),
    );
  });
});
