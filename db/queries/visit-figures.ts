import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { VisitState } from "../../app/domain/visit/states";
import {
  visitFindings,
  visitFocus,
  visitFollowUps,
  visitReviewers,
  visits,
  visitViews,
} from "../schema";
import type { Reader } from "../types";

type OfRound = { roundId: string };

/** Only what is closed counts in figures: agreed and signed by all, or closed with both views. */
const ENDED: VisitState[] = ["closed", "closed-with-both-views"];

const closedIn = ({ roundId }: OfRound) =>
  and(eq(visits.roundId, roundId), inArray(visits.state, ENDED));

/** The views that closed records hold, area by area. Nothing here says who the reviewers were. */
export async function listClosedFindings(read: Reader, scope: OfRound) {
  return read
    .select({
      visitId: visits.id,
      schoolId: visits.schoolId,
      key: visitFindings.key,
      view: visitFindings.view,
    })
    .from(visitFindings)
    .innerJoin(visits, eq(visits.id, visitFindings.visitId))
    .innerJoin(
      visitFocus,
      and(eq(visitFocus.visitId, visitFindings.visitId), eq(visitFocus.key, visitFindings.key)),
    )
    .where(closedIn(scope));
}

/** How many visits of a round are closed, and how many of them with both views. */
export async function listClosedVisits(read: Reader, scope: OfRound) {
  return read
    .select({ visitId: visits.id, schoolId: visits.schoolId, state: visits.state })
    .from(visits)
    .where(closedIn(scope));
}

/**
 * Views of closed visits that each of the two reviewers gave before seeing the other's, lead first. Those of reviewers
 * who left the visit are not among them.
 */
export async function listIndependentViews(read: Reader, scope: OfRound) {
  return read
    .select({
      visitId: visits.id,
      schoolId: visits.schoolId,
      key: visitViews.key,
      view: visitViews.view,
      part: visitReviewers.part,
    })
    .from(visitViews)
    .innerJoin(visits, eq(visits.id, visitViews.visitId))
    .innerJoin(
      visitReviewers,
      and(
        eq(visitReviewers.visitId, visitViews.visitId),
        eq(visitReviewers.userId, visitViews.reviewerId),
        eq(visitReviewers.standing, "accepted"),
      ),
    )
    .where(and(closedIn(scope), eq(visits.viewsFirst, true), isNotNull(visitViews.givenAt)));
}

/** How useful schools found their closed visits, 1 to 4. */
export async function listVisitRatings(read: Reader, scope: OfRound) {
  const rows = await read
    .select({ schoolId: visits.schoolId, rating: visitFollowUps.rating })
    .from(visitFollowUps)
    .innerJoin(visits, eq(visits.id, visitFollowUps.visitId))
    .where(and(closedIn(scope), isNotNull(visitFollowUps.rating)));
  return rows.flatMap(({ schoolId, rating }) => (rating === null ? [] : [{ schoolId, rating }]));
}
