import { and, eq, exists, isNotNull, or, sql, type SQL } from "drizzle-orm";
import type { ScopeClause } from "../../app/domain/policy/scopes";
import { questionnaires, responses, rounds, roundShares } from "../schema";
import type { Reader } from "../types";

/**
 * The `where` of a scope: a response is listed when any clause holds, as `listsResponse` says in the policy. The
 * query joins questionnaires and, where there is one, the round.
 */
export function isVisible(read: Reader, scope: readonly ScopeClause[]): SQL | undefined {
  if (scope.length === 0) return sql`1 = 0`;
  return or(...scope.map((clause) => holds(read, clause)));
}

function holds(read: Reader, clause: ScopeClause): SQL | undefined {
  const { questionnaireKey } = clause;
  const ofKey = questionnaireKey === null ? undefined : eq(questionnaires.key, questionnaireKey);
  if (clause.kind === "school") {
    const inRound = clause.privateToo ? undefined : isNotNull(responses.roundId);
    return and(eq(responses.schoolId, clause.schoolId), ofKey, inRound);
  }
  const { organisationId } = clause;
  const shared = read
    .select({ id: roundShares.roundId })
    .from(roundShares)
    .where(and(eq(roundShares.roundId, rounds.id), eq(roundShares.organisationId, organisationId)));
  return and(ofKey, or(eq(rounds.organisationId, organisationId), exists(shared)));
}
