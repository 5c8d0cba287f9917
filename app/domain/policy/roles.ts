import type { Actor, Grant, Role } from "./actor";
import type { RoundFacts } from "./facts";

/** People who work on answers (design.md section 3): a governor is not of the team. */
export const TEAM_ROLES = ["head", "coordinator", "contributor"] as const satisfies readonly Role[];
const SCHOOL_ROLES: readonly Role[] = [...TEAM_ROLES, "governor"];

/** Where a role is asked about; `questionnaireKey` null: the school as a whole. */
export type SchoolPlace = { schoolId: string; questionnaireKey: string | null; today: string };

/** Whether a grant counts on a day; both of its dates are inclusive. */
export function inForce(grant: Grant, today: string): boolean {
  return grant.from <= today && (grant.to === null || today <= grant.to);
}

/** Roles that count in this school for this questionnaire. A limited grant counts for its own only. */
export function schoolRoles(actor: Actor, place: SchoolPlace): ReadonlySet<Role> {
  return new Set(schoolGrants(actor, place).map((grant) => grant.role));
}

/** The grants behind `schoolRoles`. */
export function schoolGrants(actor: Actor, place: SchoolPlace): Grant[] {
  return actor.grants.filter(
    (grant) =>
      grant.schoolId === place.schoolId &&
      SCHOOL_ROLES.includes(grant.role) &&
      inForce(grant, place.today) &&
      covers(grant, place.questionnaireKey),
  );
}

/** School roles in force anywhere in this school, limited grants too. */
export function anySchoolRoles(actor: Actor, schoolId: string, today: string): ReadonlySet<Role> {
  const held = actor.grants.filter((grant) => grant.schoolId === schoolId && inForce(grant, today));
  return new Set(held.map((grant) => grant.role).filter((role) => SCHOOL_ROLES.includes(role)));
}

type OrganisationPlace = { organisationIds: readonly string[]; today: string };

/** Officer and manager grants in force in any of these organisations. */
export function organisationGrants(actor: Actor, place: OrganisationPlace): readonly Grant[] {
  return actor.grants.filter(
    (grant) =>
      grant.organisationId !== null &&
      place.organisationIds.includes(grant.organisationId) &&
      inForce(grant, place.today) &&
      (grant.role === "officer" || grant.role === "manager"),
  );
}

/** Questionnaires that a person's roles in an organisation are limited to, by key; null: it is not limited. */
export function questionnairesSeen(
  actor: Actor,
  { organisationId, today }: { organisationId: string; today: string },
): string[] | null {
  const grants = organisationGrants(actor, { organisationIds: [organisationId], today });
  const keys = grants.map(({ questionnaireKey }) => questionnaireKey);
  const limited = keys.filter((key) => key !== null);
  return limited.length < keys.length ? null : limited;
}

type Collected = { round: RoundFacts | null; questionnaireKey: string | null; today: string };

/** Whether the actor is an officer or manager of the round's organisation, or of one it is shared with. */
export function isOfficerOfRound(actor: Actor, facts: Collected): boolean {
  if (facts.round === null) return false;
  const organisationIds = [facts.round.organisationId, ...facts.round.sharedWith];
  return organisationGrants(actor, { organisationIds, today: facts.today }).some((grant) =>
    covers(grant, facts.questionnaireKey),
  );
}

export function isTeam(roles: ReadonlySet<Role>): boolean {
  return TEAM_ROLES.some((role) => roles.has(role));
}

/** Head or coordinator: those who invite, assign and manage. */
export function isLead(roles: ReadonlySet<Role>): boolean {
  return roles.has("head") || roles.has("coordinator");
}

function covers(grant: Grant, questionnaireKey: string | null): boolean {
  return grant.questionnaireKey === null || grant.questionnaireKey === questionnaireKey;
}
