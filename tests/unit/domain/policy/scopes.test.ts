import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ROLES, type Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { ResponseFacts, RoundFacts, SubmissionFacts } from "~/domain/policy/facts";
import {
  listsResponse,
  listsSubmission,
  visibleOrganisations,
  visibleResponses,
  visibleSchools,
  visibleSubmissions,
} from "~/domain/policy/scopes";
import { RESPONSE_STATES } from "~/domain/response/states";
import { SUBMISSION_STATES } from "~/domain/submission/states";
import { TODAY } from "./people";

const aSchool = fc.constantFrom("s1", "s2", "s3");
const anOrganisation = fc.constantFrom("o1", "o2", "o3");
const aKey = fc.constantFrom("inclusion-toolkit", "asthma-friendly");
const aDay = fc.constantFrom("2026-11-21", TODAY, "2026-11-23");

const anyPlace = fc.oneof(
  aSchool.map((schoolId) => ({ schoolId, organisationId: null })),
  anOrganisation.map((organisationId) => ({ schoolId: null, organisationId })),
);
const anyGrant = fc
  .tuple(
    anyPlace,
    fc.record({
      role: fc.constantFrom(...ROLES),
      questionnaireKey: fc.option(aKey),
      signingTitle: fc.constant(null),
      from: aDay,
      to: fc.option(aDay),
    }),
  )
  .map(([place, grant]) => ({ ...place, ...grant }));
const anyActor: fc.Arbitrary<Actor> = fc.array(anyGrant, { maxLength: 4 }).map((grants) => ({
  userId: "u",
  name: "U",
  email: "u@demo.test",
  grants,
}));
const anyRound: fc.Arbitrary<RoundFacts | null> = fc.option(
  fc.record({
    organisationId: anOrganisation,
    sharedWith: fc.array(anOrganisation, { maxLength: 2 }),
    open: fc.boolean(),
  }),
);
const anyResponse: fc.Arbitrary<ResponseFacts> = fc.record({
  today: fc.constant(TODAY),
  schoolId: aSchool,
  questionnaireKey: aKey,
  state: fc.constantFrom(...RESPONSE_STATES),
  round: anyRound,
  openedByOfficer: fc.boolean(),
  signedBy: fc.constant(null),
});
const anySubmission: fc.Arbitrary<SubmissionFacts> = fc.record({
  today: fc.constant(TODAY),
  schoolId: aSchool,
  questionnaireKey: aKey,
  responseState: fc.constantFrom(...RESPONSE_STATES),
  round: anyRound,
  state: fc.constantFrom(...SUBMISSION_STATES),
  withdrawn: fc.boolean(),
});
const runs = { numRuns: 400 };

describe("lists and single objects agree", () => {
  it("about schools", () => {
    fc.assert(
      fc.property(anyActor, aSchool, (actor, schoolId) => {
        const facts = { today: TODAY, schoolId, coveredBy: ["o1"] };
        const listed = visibleSchools(actor, TODAY).includes(schoolId);
        expect(can(actor, "school.view", facts).allowed).toBe(listed);
      }),
      runs,
    );
  });

  it("about organisations", () => {
    fc.assert(
      fc.property(anyActor, anOrganisation, (actor, organisationId) => {
        const facts = { today: TODAY, organisationId };
        const listed = visibleOrganisations(actor, TODAY).includes(organisationId);
        expect(can(actor, "organisation.view-returns", facts).allowed).toBe(listed);
      }),
      runs,
    );
  });

  it("about responses", () => {
    fc.assert(
      fc.property(anyActor, anyResponse, (actor, facts) => {
        const listed = listsResponse(visibleResponses(actor, TODAY), facts);
        expect(can(actor, "response.view-status", facts).allowed).toBe(listed);
      }),
      runs,
    );
  });

  it("about signed copies", () => {
    fc.assert(
      fc.property(anyActor, anySubmission, (actor, facts) => {
        const listed = listsSubmission(visibleSubmissions(actor, TODAY), facts);
        expect(can(actor, "submission.view", facts).allowed).toBe(listed);
      }),
      runs,
    );
  });
});

describe("outside your scope is not found", () => {
  it("hides a response from everybody who may not list it", () => {
    fc.assert(
      fc.property(anyActor, anyResponse, (actor, facts) => {
        const verdict = can(actor, "response.view-draft", facts);
        const listed = listsResponse(visibleResponses(actor, TODAY), facts);
        if (!listed) expect(verdict).toMatchObject({ allowed: false, hide: true });
        else if (!verdict.allowed) expect(verdict.hide).toBe(false);
      }),
      runs,
    );
  });
});
