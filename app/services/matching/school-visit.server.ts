import { BEFORE_VISIT } from "~/domain/reviewer/visits-of-year";
import { listResponses } from "~db/queries/responses";
import { listVisitsToSchools, type VisitRow } from "~db/queries/visits";
import type { Reader } from "~db/types";
import type { VisitRound } from "~db/queries/visit-matching";

type At = { schoolId: string; roundId: string };

/** The visit to a school that stands in a round; undefined where there is none. */
export async function standingVisit(
  read: Reader,
  { schoolId, roundId }: At,
): Promise<VisitRow | undefined> {
  const rows = await listVisitsToSchools(read, { schoolIds: [schoolId] });
  return rows.find((row) => row.roundId === roundId && row.state !== "cancelled");
}

/** The rounds that ask something of a school. */
export async function roundsOfSchool(
  read: Reader,
  { rounds, schoolId }: Where,
): Promise<VisitRound[]> {
  const asked = new Set((await listResponses(read, { schoolId })).map(({ roundId }) => roundId));
  return rounds.filter(({ id }) => asked.has(id));
}

type Where = { rounds: readonly VisitRound[]; schoolId: string };

/** The round in which a visit to a school is still to come, where an address names none; null where there is none. */
export async function roundOfVisit(
  read: Reader,
  { rounds, schoolId }: Where,
): Promise<string | null> {
  const rows = await listVisitsToSchools(read, { schoolIds: [schoolId] });
  const own = rows.filter((row) => rounds.some(({ id }) => id === row.roundId));
  const coming = own.filter(({ state }) => BEFORE_VISIT.includes(state));
  return (coming.at(-1) ?? own.at(-1))?.roundId ?? null;
}
