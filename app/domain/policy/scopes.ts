import type { Actor, Grant } from "./actor";
import type { ResponseFacts, SubmissionFacts } from "./facts";
import { inForce, isTeam } from "./roles";

/**
 * What an actor may list, as plain data that `db/queries` turns into a `where`: an object is listed when
 * any clause holds; no clauses, nothing listed. A property test proves that lists and `can` agree.
 * `questionnaireKey` null: every questionnaire.
 */
export type ScopeClause =
  | { kind: "school"; schoolId: string; questionnaireKey: string | null; privateToo: boolean }
  | { kind: "organisation"; organisationId: string; questionnaireKey: string | null };

/** Schools whose own pages the actor may open (`school.view`). */
export function visibleSchools(actor: Actor, today: string): readonly string[] {
  const ids = actor.grants
    .filter((grant) => inForce(grant, today) && isSchoolRole(grant))
    .flatMap((grant) => (grant.schoolId === null ? [] : [grant.schoolId]));
  return [...new Set(ids)];
}

/** Organisations whose returns the actor may list (`organisation.view-returns`). */
export function visibleOrganisations(actor: Actor, today: string): readonly string[] {
  const ids = actor.grants
    .filter((grant) => inForce(grant, today) && isOrganisationRole(grant))
    .flatMap((grant) => (grant.organisationId === null ? [] : [grant.organisationId]));
  return [...new Set(ids)];
}

/**
 * Responses whose status the actor may know (`response.view-status`). An organisation clause holds for
 * rounds that the organisation runs or that are shared with it, never for private ones.
 */
export function visibleResponses(actor: Actor, today: string): readonly ScopeClause[] {
  return actor.grants
    .filter((grant) => inForce(grant, today))
    .flatMap((grant): ScopeClause[] => clauseOf(grant));
}

/**
 * Signed copies the actor may read (`submission.view`). An organisation clause further needs the copy to be
 * standing and not withdrawn, and the response not withdrawn.
 */
export function visibleSubmissions(actor: Actor, today: string): readonly ScopeClause[] {
  return visibleResponses(actor, today);
}

/** What `visibleResponses` means, said once in code: the reference for the queries' `where`. */
export function listsResponse(scope: readonly ScopeClause[], facts: ResponseFacts): boolean {
  return scope.some((clause) => holds(clause, facts));
}

/** What `visibleSubmissions` means. */
export function listsSubmission(scope: readonly ScopeClause[], facts: SubmissionFacts): boolean {
  const isReadable =
    facts.state === "standing" && !facts.withdrawn && facts.responseState !== "withdrawn";
  return scope.some((clause) => holds(clause, facts) && (clause.kind === "school" || isReadable));
}

type Scoped = Pick<ResponseFacts, "schoolId" | "questionnaireKey" | "round">;

function holds(clause: ScopeClause, facts: Scoped): boolean {
  const isOther =
    clause.questionnaireKey !== null && clause.questionnaireKey !== facts.questionnaireKey;
  if (isOther) return false;
  if (clause.kind === "school") {
    return clause.schoolId === facts.schoolId && (clause.privateToo || facts.round !== null);
  }
  if (facts.round === null) return false;
  return [facts.round.organisationId, ...facts.round.sharedWith].includes(clause.organisationId);
}

function clauseOf(grant: Grant): ScopeClause[] {
  const { questionnaireKey, schoolId, organisationId } = grant;
  if (isSchoolRole(grant) && schoolId !== null) {
    const privateToo = isTeam(new Set([grant.role]));
    return [{ kind: "school", schoolId, questionnaireKey, privateToo }];
  }
  if (isOrganisationRole(grant) && organisationId !== null) {
    return [{ kind: "organisation", organisationId, questionnaireKey }];
  }
  return [];
}

function isSchoolRole(grant: Grant): boolean {
  return isTeam(new Set([grant.role])) || grant.role === "governor";
}

function isOrganisationRole(grant: Grant): boolean {
  return grant.role === "officer" || grant.role === "manager";
}
