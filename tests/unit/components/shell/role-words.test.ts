import { describe, expect, it } from "vitest";
import { hasSeveralPlaces } from "~/components/shell/role-words";
import type { Grant } from "~/domain/policy/actor";

const grant = (over: Partial<Grant>): Grant => ({
  role: "head",
  schoolId: null,
  organisationId: null,
  questionnaireKey: null,
  signingTitle: null,
  from: "2026-09-01",
  to: null,
  ...over,
});
const actorOf = (...grants: Grant[]) => ({
  userId: "u",
  name: "Ann",
  email: "a@b.example",
  grants,
});

describe("a way between places", () => {
  it("is there for whoever has roles in two", () => {
    const head = grant({ schoolId: "s1" });
    expect(hasSeveralPlaces(actorOf(head, grant({ schoolId: "s2" })))).toBe(true);
    const officer = grant({ role: "officer", organisationId: "kent" });
    expect(hasSeveralPlaces(actorOf(head, officer))).toBe(true);
    const reviewer = grant({ role: "reviewer", organisationId: "kent" });
    expect(hasSeveralPlaces(actorOf(head, reviewer))).toBe(true);
  });

  it("is not there for two roles in one place, nor for a reviewer's visits alone", () => {
    const head = grant({ schoolId: "s1" });
    expect(hasSeveralPlaces(actorOf(head, grant({ role: "governor", schoolId: "s1" })))).toBe(
      false,
    );
    const reviewer = grant({ role: "reviewer", organisationId: "kent" });
    expect(hasSeveralPlaces(actorOf(reviewer))).toBe(false);
    expect(hasSeveralPlaces(actorOf())).toBe(false);
  });
});
