import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseSchools } from "~/domain/matching/choose-schools";
import { leftWords } from "~/domain/matching/proposal-words";
import { proposeVisits, type Proposal, type ToPropose } from "~/domain/matching/propose-visits";
import { aContext, aCounty, aReviewer, aSchool } from "~tests/support/factories/matching";
import { smallWorld } from "./small-worlds";
import {
  evenest,
  mayGoTogether,
  mayVisit,
  rulesBroken,
  servedInOrder,
  unevenness,
  type Visits,
} from "./try-everything";

const visitsOf = ({ visits }: Proposal): Visits =>
  new Map(visits.map(({ school, pair }) => [school, pair.reviewers]));

const people = (...ids: string[]) => ids.map((userId) => aReviewer({ userId }));

describe("a proposal of visits", () => {
  it("breaks no rule and sends nobody out too often", () => {
    fc.assert(
      fc.property(smallWorld, (world) => {
        expect(rulesBroken(visitsOf(proposeVisits(world)), world)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("serves schools in the order they come, whoever can be served", () => {
    fc.assert(
      fc.property(smallWorld, (world) => {
        const served = proposeVisits(world).visits.map(({ school }) => school.schoolId);
        expect(served).toEqual(servedInOrder(world).map(({ schoolId }) => schoolId));
      }),
      { numRuns: 250 },
    );
  });

  it("has loads as even as any way of serving these schools, within one where that is possible", () => {
    fc.assert(
      fc.property(smallWorld, (world) => {
        const visits = visitsOf(proposeVisits(world));
        expect(unevenness(world, visits)).toBe(evenest(world, [...visits.keys()]));
      }),
      { numRuns: 250 },
    );
  });

  it("is the same for the same facts, in whatever order the reviewers come", () => {
    fc.assert(
      fc.property(smallWorld, (world) => {
        const first = proposeVisits(world);
        const turned = { ...world, reviewers: [...world.reviewers].reverse() };
        expect(proposeVisits(world)).toEqual(first);
        expect(proposeVisits(turned)).toEqual(first);
      }),
    );
  });

  it("says of each school that is left why, and it is so", () => {
    fc.assert(
      fc.property(smallWorld, (world) => {
        const proposal = proposeVisits(world);
        expect(proposal.visits.length + proposal.left.length).toBe(world.schools.length);
        for (const { school, reason } of proposal.left) {
          expect([school.schoolId, reason]).toEqual([
            school.schoolId,
            reasonByHand(world, proposal, school.schoolId),
          ]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("counts visits before and in it, for everyone", () => {
    const reviewers = people("ann", "ben", "cat");
    const { loads } = proposeVisits({ schools: [aSchool()], reviewers, context: aContext() });
    expect(loads.map(({ reviewer, proposed }) => [reviewer.userId, proposed])).toEqual([
      ["ann", 1],
      ["ben", 1],
      ["cat", 0],
    ]);
  });

  it("asks whoever has done less this year", () => {
    const reviewers = [...people("ann", "ben"), aReviewer({ userId: "cat", visitsTaken: 1 })];
    const schools = [aSchool({ schoolId: "a" }), aSchool({ schoolId: "b" })];
    const { loads } = proposeVisits({ schools, reviewers, context: aContext() });
    expect(loads.map(({ taken, proposed }) => taken + proposed)).toEqual([2, 2, 1]);
  });

  it("would rather send those whose trust is known, and asks about the others", () => {
    const unknown = aReviewer({ userId: "ann", trust: { standing: "not-recorded" } });
    const school = aSchool({ trust: { standing: "in-trust", name: "Tideway" } });
    const context = aContext();
    const three = proposeVisits({
      schools: [school],
      reviewers: [unknown, ...people("ben", "cat")],
      context,
    });
    expect(three.visits[0]?.pair.reviewers.map(({ name }) => name)).toEqual(["ben", "cat"]);
    const two = proposeVisits({
      schools: [school],
      reviewers: [unknown, ...people("ben")],
      context,
    });
    expect(two.visits[0]?.pair.questions).toEqual([
      { code: "reviewer-trust-unknown", reviewer: "ann" },
    ]);
  });

  it("leaves alone a school that has a visit this round", () => {
    const settled = [{ schoolId: "marsh-lane", reviewers: [] }];
    const { left } = proposeVisits({
      schools: [aSchool()],
      reviewers: people("ann", "ben"),
      context: aContext({ settled }),
    });
    expect(left.map(({ reason }) => leftWords(reason))).toEqual(["Has a visit this round already"]);
  });

  it("makes no swap with a visit that stands", () => {
    const settled = [
      { schoolId: "home-of-ann", reviewers: [{ userId: "zoe", homeSchoolId: "marsh-lane" }] },
    ];
    const { left } = proposeVisits({
      schools: [aSchool()],
      reviewers: people("ann", "ben"),
      context: aContext({ settled }),
    });
    expect(left).toMatchObject([{ reason: { code: "too-few-available", available: 1 } }]);
  });

  it("for the county fills every place with 120 schools, without a conflict, two visits each", () => {
    const county = aCounty({ schools: 675, reviewers: 120, offered: 2 });
    const choice = chooseSchools(county.schools, {
      capacity: 120,
      rules: { handPicked: [], askedForIt: true, longestWithout: null, sampleByDistrict: null },
    });
    const order = [...choice.chosen, ...choice.left].map(({ school }) => school);
    const proposal = proposeVisits({ ...county, schools: order });
    expect(proposal.visits).toHaveLength(120);
    expect(rulesBroken(visitsOf(proposal), county)).toEqual([]);
    expect(new Set(proposal.loads.map(({ proposed }) => proposed))).toEqual(new Set([2]));
    expect(new Set(proposal.left.map(({ reason }) => reason.code))).toEqual(
      new Set(["all-placed"]),
    );
  });

  it("for part of the county has loads within one of each other", () => {
    const county = aCounty({ schools: 50, reviewers: 60, offered: 3 });
    const { loads, left } = proposeVisits(county);
    const counts = loads.map(({ proposed }) => proposed);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    expect(left.map(({ school, reason }) => [school.phases, leftWords(reason)])).toEqual([
      [["AP"], "No reviewer available knows this kind of school"],
    ]);
  });
});

/** Why a school is left, worked out apart from the code under test. */
function reasonByHand(world: ToPropose, { loads }: Proposal, id: string): unknown {
  const school = world.schools.find(({ schoolId }) => schoolId === id);
  if (school === undefined) throw new Error("No such school");
  const able = world.reviewers.filter((one) => mayVisit(one, school));
  if (able.length < 2) return { code: "too-few-available", available: able.length };
  const knows = able.filter(({ phases }) => phases.some((one) => school.phases.includes(one)));
  if (knows.length === 0) return { code: "nobody-knows-phase" };
  const together = able.some((one) => able.some((two) => mayGoTogether([one, two], school, world)));
  if (!together) return { code: "no-two-together" };
  const free = loads.map(({ offered, taken, proposed }) => Math.max(0, offered - taken - proposed));
  const places = free.reduce((total, one) => total + one, 0);
  return { code: places < 2 ? "all-placed" : "free-ones-cannot" };
}
