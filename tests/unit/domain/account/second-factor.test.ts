import { describe, expect, it } from "vitest";
import { grantsNeedingSecondFactor } from "~/domain/account/second-factor";
import { ROLES } from "~/domain/policy/actor";
import { aGrant } from "../policy/people";

describe("roles that need a second factor", () => {
  it("are those for an organisation, not those in a school", () => {
    const inPlaces = ROLES.flatMap((role) => [
      aGrant(role, { schoolId: "marsh-lane" }),
      aGrant(role, { organisationId: "kent" }),
    ]);
    const needing = grantsNeedingSecondFactor(inPlaces, new Set());
    expect(needing.map(({ role }) => role)).toEqual(["officer", "manager", "reviewer"]);
    expect(needing.every(({ organisationId }) => organisationId === "kent")).toBe(true);
  });

  it("are none of a demonstration's, and still those of a real organisation beside it", () => {
    const demo = aGrant("officer", { organisationId: "demo" });
    const real = aGrant("manager", { organisationId: "kent" });
    expect(grantsNeedingSecondFactor([demo, real], new Set(["demo"]))).toEqual([real]);
  });
});
