import { and, asc, eq, inArray } from "drizzle-orm";
import { reviewers, schools, users, visitFollowUps, visitReviewers, visits } from "../schema";
import type { Reader } from "../types";

export type VisitPerson = Awaited<ReturnType<typeof listVisitPeople>>[number];

/** Who is asked or makes a visit, lead first, with what the other side sees of them. */
export async function listVisitPeople(read: Reader, scope: { visitId: string }) {
  return read
    .select({
      rowId: visitReviewers.id,
      reviewerId: visitReviewers.reviewerId,
      userId: visitReviewers.userId,
      part: visitReviewers.part,
      standing: visitReviewers.standing,
      askedAt: visitReviewers.askedAt,
      answeredAt: visitReviewers.answeredAt,
      name: users.name,
      email: users.email,
      post: reviewers.post,
      homeSchoolId: reviewers.homeSchoolId,
      homeSchoolName: reviewers.homeSchoolName,
      homeTown: schools.town,
      accreditedUntil: reviewers.accreditedUntil,
      visitsOffered: reviewers.visitsOffered,
    })
    .from(visitReviewers)
    .innerJoin(users, eq(users.id, visitReviewers.userId))
    .innerJoin(reviewers, eq(reviewers.id, visitReviewers.reviewerId))
    .leftJoin(schools, eq(schools.id, reviewers.homeSchoolId))
    .where(
      and(
        eq(visitReviewers.visitId, scope.visitId),
        inArray(visitReviewers.standing, ["asked", "accepted"]),
      ),
    )
    .orderBy(asc(visitReviewers.part), asc(visitReviewers.askedAt));
}

/** Visits a reviewer has said yes to and that were not cancelled, with what tells their year. */
export async function listVisitsTaken(read: Reader, scope: { reviewerId: string }) {
  return read
    .select({ visitId: visits.id, visitOn: visits.visitOn, createdAt: visits.createdAt })
    .from(visitReviewers)
    .innerJoin(visits, eq(visits.id, visitReviewers.visitId))
    .where(
      and(
        eq(visitReviewers.reviewerId, scope.reviewerId),
        eq(visitReviewers.standing, "accepted"),
        inArray(visits.state, [
          "proposed",
          "accepted",
          "dated",
          "planned",
          "visited",
          "drafted",
          "with-school",
          "agreed",
          "closed",
          "closed-with-both-views",
        ]),
      ),
    );
}

/** What the school did after the visit, and whether it has said so. */
export async function findFollowUp(read: Reader, scope: { visitId: string }) {
  const rows = await read
    .select()
    .from(visitFollowUps)
    .where(eq(visitFollowUps.visitId, scope.visitId));
  return rows[0];
}
