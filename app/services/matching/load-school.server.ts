import { checkLines } from "~/domain/matching/check-lines";
import { windowOf, windowOfVisit, type MatchingChoices } from "~/domain/matching/choices";
import type { Actor } from "~/domain/policy/actor";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { findSchoolByUrn } from "~db/queries/schools";
import type { VisitRow } from "~db/queries/visits";
import {
  loadMatchingData,
  type HostSchool,
  type MatchingData,
  type RegisteredReviewer,
} from "./load-facts.server";
import { loadRounds, roundNeeded, type LoadedRounds } from "./load-round.server";
import { linesOf } from "./read-lines";
import { roundOfVisit, roundsOfSchool, standingVisit } from "./school-visit.server";

export type SchoolAsked = { key: string; urn: string; choices: MatchingChoices };

export type LoadedSchool = {
  loaded: LoadedRounds;
  school: HostSchool;
  data: MatchingData;
  /** Those of the register, with the visits that a proposal at hand gives them. */
  reviewers: RegisteredReviewer[];
  /** For this school: where its visit has a day, only that day counts. */
  context: MatchingData["context"];
  visit: VisitRow | undefined;
};

/**
 * A school of a round with everything that decides who could visit it. Throws `not-found` for a school that has no
 * response in the round: there is nothing a visit could look at.
 */
export async function loadSchoolForMatching(
  app: App,
  actor: Actor,
  { key, urn, choices }: SchoolAsked,
): Promise<LoadedSchool> {
  const loaded = await loadRounds(app, actor, key);
  const { read } = app.db;
  const found = await findSchoolByUrn(read, urn);
  if (found === undefined) throw new AppError("not-found");
  const { rounds, today } = loaded;
  const roundId = choices.roundId ?? (await roundOfVisit(read, { rounds, schoolId: found.id }));
  const known =
    roundId === null ? await roundsOfSchool(read, { rounds, schoolId: found.id }) : rounds;
  const round = roundNeeded(known, roundId);
  const { window } = windowOf(choices, loaded);
  const data = await loadMatchingData(read, { round, today, window });
  const school = data.schools.find(({ schoolId }) => schoolId === found.id);
  if (school === undefined) throw new AppError("not-found");
  const others = choices.pairs.filter((pair) => pair.urn !== urn);
  const checked = checkLines(linesOf(others, data), data);
  const visit = await standingVisit(read, { schoolId: school.schoolId, roundId: round.id });
  const taken = new Map(checked.reviewers.map((one) => [one.userId, one.visitsTaken]));
  return {
    loaded,
    school,
    data,
    reviewers: data.reviewers.map((one) => ({
      ...one,
      visitsTaken: taken.get(one.userId) ?? one.visitsTaken,
    })),
    context:
      visit === undefined
        ? checked.context
        : { ...checked.context, window: windowOfVisit(visit, window) },
    visit,
  };
}
