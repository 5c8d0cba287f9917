import fc from "fast-check";
import type { ToPropose } from "~/domain/matching/propose-visits";
import type { ReviewerForMatching, SchoolForMatching } from "~/domain/matching/facts";
import type { Phase } from "~/domain/questionnaire/definition";
import { aContext, aReviewer, aSchool } from "~tests/support/factories/matching";

/** Worlds small enough to try everything, and so tight that rules bite: homes are visited, phases and visits few. */
export const smallWorld: fc.Arbitrary<ToPropose> = fc
  .record({ schools: fc.integer({ min: 1, max: 4 }), reviewers: fc.integer({ min: 1, max: 6 }) })
  .chain(({ schools, reviewers }) =>
    fc.record({
      schools: fc.tuple(...Array.from({ length: schools }, (_, at) => school(at))),
      reviewers: fc.tuple(...Array.from({ length: reviewers }, (_, at) => reviewer(at, schools))),
      past: fc.array(pastVisit(schools, reviewers), { maxLength: 3 }),
    }),
  )
  .map(({ past, ...rest }) => ({ ...rest, context: aContext({ past }) }));

const phases = (): fc.Arbitrary<Phase[]> => fc.constantFrom<Phase[]>(["P"], ["P"], ["S"]);
const trust = (): fc.Arbitrary<SchoolForMatching["trust"]> =>
  fc.constantFrom<SchoolForMatching["trust"]>(
    { standing: "no-trust" },
    { standing: "no-trust" },
    { standing: "in-trust", name: "Tideway" },
    { standing: "not-recorded" },
  );
const schoolId = (at: number): string => `s${at}`;

function school(at: number): fc.Arbitrary<SchoolForMatching> {
  return fc
    .record({ phases: phases(), trust: trust() })
    .map((found) => aSchool({ ...found, schoolId: schoolId(at), name: `School ${at}` }));
}

function reviewer(at: number, schools: number): fc.Arbitrary<ReviewerForMatching> {
  const anySchool = fc.integer({ min: 0, max: schools }).map(schoolId);
  return fc
    .record({
      homeSchoolId: anySchool,
      phases: phases(),
      trust: trust(),
      visitsOffered: fc.integer({ min: 0, max: 3 }),
      visitsTaken: fc.constantFrom(0, 0, 1),
      governorAt: fc.array(anySchool, { maxLength: 1 }),
      accreditedUntil: fc.constantFrom("2028-07-31", "2028-07-31", "2026-12-31"),
      isLeadCapable: fc.constantFrom(true, false, undefined),
    })
    .map((found) => aReviewer({ ...found, userId: `r${at}` }));
}

function pastVisit(schools: number, reviewers: number) {
  const user = fc.integer({ min: 0, max: reviewers - 1 }).map((at) => `r${at}`);
  return fc.record({
    schoolId: fc.integer({ min: 0, max: schools - 1 }).map(schoolId),
    userIds: fc.tuple(user, user),
    roundId: fc.constant("last"),
    on: fc.constantFrom("2025-03-01", "2026-03-01"),
  });
}
