import { and, asc, eq, inArray } from "drizzle-orm";
import type { ReviewerStanding } from "../../app/domain/visit/states";
import {
  reviewerInterests,
  reviewers,
  rounds,
  schools,
  users,
  visitFollowUps,
  visitReviewers,
  visits,
} from "../schema";
import type { Reader, Writer } from "../types";

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

/** Changes how somebody stands to a visit; false when they no longer stood as it was read. */
export async function changeStanding(
  tx: Writer,
  change: { rowId: string; from: ReviewerStanding; to: ReviewerStanding; at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(visitReviewers)
    .set({ standing: change.to, answeredAt: change.at })
    .where(and(eq(visitReviewers.id, change.rowId), eq(visitReviewers.standing, change.from)))
    .returning({ id: visitReviewers.id });
  return rows.length === 1;
}

/** Whether a school is among those a reviewer should not visit. */
export async function hasInterest(
  read: Reader,
  scope: { reviewerId: string; schoolId: string },
): Promise<boolean> {
  const rows = await read
    .select({ schoolId: reviewerInterests.schoolId })
    .from(reviewerInterests)
    .where(
      and(
        eq(reviewerInterests.reviewerId, scope.reviewerId),
        eq(reviewerInterests.schoolId, scope.schoolId),
      ),
    );
  return rows.length > 0;
}

/** Notes that a reviewer should not visit a school; saying so again changes nothing. */
export async function addInterest(
  tx: Writer,
  row: typeof reviewerInterests.$inferInsert,
): Promise<void> {
  await tx.insert(reviewerInterests).values(row).onConflictDoNothing();
}

/** What a round says of its visits' records, to be fixed when a host accepts. */
export async function findRoundOwnership(read: Reader, scope: { roundId: string }) {
  const rows = await read
    .select({ visitOwnership: rounds.visitOwnership, viewsFirst: rounds.viewsFirst })
    .from(rounds)
    .where(eq(rounds.id, scope.roundId));
  return rows[0];
}
