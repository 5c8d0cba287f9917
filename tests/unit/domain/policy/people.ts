import type { Actor, Grant, Role } from "~/domain/policy/actor";
import type { ReplyFacts, ResponseFacts, RoundFacts, SubmissionFacts } from "~/domain/policy/facts";

export const TODAY = "2026-11-22";

export function aGrant(role: Role, grant: Partial<Grant> = {}): Grant {
  return {
    role,
    schoolId: null,
    organisationId: null,
    questionnaireKey: null,
    signingTitle: null,
    from: "2026-09-01",
    to: null,
    ...grant,
  };
}

export function anActor(userId: string, ...grants: Grant[]): Actor {
  return { userId, name: userId, email: `${userId}@demo.test`, grants };
}

const atSchool = (role: Role, schoolId = "marsh-lane") =>
  anActor(`${role}-${schoolId}`, aGrant(role, { schoolId }));
const atOrganisation = (role: Role, organisationId = "kent") =>
  anActor(`${role}-${organisationId}`, aGrant(role, { organisationId }));

/** One person of each kind, as seen from Marsh Lane's response in Kent's round, shared with the NHS. */
export const PEOPLE = {
  head: atSchool("head"),
  coordinator: atSchool("coordinator"),
  contributor: atSchool("contributor"),
  governor: atSchool("governor"),
  officer: atOrganisation("officer"),
  manager: atOrganisation("manager"),
  shared: atOrganisation("officer", "nhs"),
  otherOfficer: atOrganisation("officer", "medway"),
  otherHead: atSchool("head", "quarry-hill"),
  reviewer: anActor("reviewer", aGrant("reviewer", { organisationId: "kent" })),
  nobody: anActor("nobody"),
} as const;
export type PersonKey = keyof typeof PEOPLE;

export const ROUND: RoundFacts = { organisationId: "kent", sharedWith: ["nhs"], open: true };

export function aResponse(facts: Partial<ResponseFacts> = {}): ResponseFacts {
  return {
    today: TODAY,
    schoolId: "marsh-lane",
    questionnaireKey: "inclusion-toolkit",
    state: "in-progress",
    round: ROUND,
    openedByOfficer: false,
    signedBy: "head-marsh-lane",
    ...facts,
  };
}

export function aSubmission(facts: Partial<SubmissionFacts> = {}): SubmissionFacts {
  return {
    today: TODAY,
    schoolId: "marsh-lane",
    questionnaireKey: "inclusion-toolkit",
    responseState: "submitted",
    round: ROUND,
    state: "standing",
    withdrawn: false,
    ...facts,
  };
}

export function aReturn(facts: Partial<ReplyFacts> = {}): ReplyFacts {
  return {
    today: TODAY,
    schoolId: "marsh-lane",
    questionnaireKey: "inclusion-toolkit",
    responseState: "submitted",
    round: ROUND,
    standing: true,
    ...facts,
  };
}
