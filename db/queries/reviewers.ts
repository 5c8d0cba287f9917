import { and, asc, eq, gte, inArray, isNull, or, sql } from "drizzle-orm";
import {
  grants,
  organisations,
  reviewerInterests,
  reviewers,
  rounds,
  schools,
  users,
  visitReviewers,
  visits,
} from "../schema";
import type { Reader, Writer } from "../types";
import { byName } from "./by-name";

const columns = {
  id: reviewers.id,
  organisationId: reviewers.organisationId,
  userId: reviewers.userId,
  name: users.name,
  email: users.email,
  disabledAt: users.disabledAt,
  post: reviewers.post,
  homeSchoolId: reviewers.homeSchoolId,
  homeSchoolName: reviewers.homeSchoolName,
  homeAuthority: reviewers.homeAuthority,
  homeUrn: schools.urn,
  homeTrustName: schools.trustName,
  homeFederationName: schools.federationName,
  trustStanding: reviewers.trustStanding,
  trustName: reviewers.trustName,
  federationName: reviewers.federationName,
  phases: reviewers.phases,
  questionnaireKeys: reviewers.questionnaireKeys,
  districts: reviewers.districts,
  accreditedUntil: reviewers.accreditedUntil,
  visitsOffered: reviewers.visitsOffered,
  mayLead: reviewers.mayLead,
  assuredOn: reviewers.assuredOn,
  assuredBy: reviewers.assuredBy,
  interestsDeclaredAt: reviewers.interestsDeclaredAt,
  version: reviewers.version,
};

const selectReviewers = (read: Reader) =>
  read
    .select(columns)
    .from(reviewers)
    .innerJoin(users, eq(users.id, reviewers.userId))
    .leftJoin(schools, eq(schools.id, reviewers.homeSchoolId));

export type ReviewerRow = Awaited<ReturnType<typeof listReviewers>>[number];

/** Everybody who stands or stood in an organisation's register, by name. */
export async function listReviewers(read: Reader, scope: { organisationId: string }) {
  const rows = await selectReviewers(read).where(
    eq(reviewers.organisationId, scope.organisationId),
  );
  return rows.sort(byName);
}

/** One entry of any register. The caller asks the policy before anything of it is shown. */
export async function findReviewer(read: Reader, scope: { reviewerId: string }) {
  const rows = await selectReviewers(read).where(eq(reviewers.id, scope.reviewerId));
  return rows[0];
}

/** What organisations hold about one person as a reviewer, by organisation. */
export async function listEntriesOf(read: Reader, scope: { userId: string }) {
  const rows = await read
    .select({ id: reviewers.id, organisationId: organisations.id, name: organisations.name })
    .from(reviewers)
    .innerJoin(organisations, eq(organisations.id, reviewers.organisationId))
    .where(eq(reviewers.userId, scope.userId));
  return rows.sort(byName);
}

/** People with the role of reviewer that counts on `today` or will, by name; somebody may stand twice. */
export async function listReviewerGrants(
  read: Reader,
  scope: { organisationId: string; today: string },
) {
  const rows = await read
    .select({
      grantId: grants.id,
      userId: users.id,
      name: users.name,
      email: users.email,
      from: grants.from,
      to: grants.to,
    })
    .from(grants)
    .innerJoin(users, eq(users.id, grants.userId))
    .where(
      and(
        eq(grants.organisationId, scope.organisationId),
        eq(grants.role, "reviewer"),
        isNull(users.disabledAt),
        or(isNull(grants.to), gte(grants.to, scope.today)),
      ),
    );
  return rows.sort(byName);
}

/** Schools that reviewers should not visit, by the school's name. */
export async function listReviewerInterests(
  read: Reader,
  scope: { reviewerIds: readonly string[] },
) {
  if (scope.reviewerIds.length === 0) return [];
  const rows = await read
    .select({
      reviewerId: reviewerInterests.reviewerId,
      schoolId: reviewerInterests.schoolId,
      declaredOn: reviewerInterests.declaredOn,
      urn: schools.urn,
      name: schools.name,
      town: schools.town,
    })
    .from(reviewerInterests)
    .innerJoin(schools, eq(schools.id, reviewerInterests.schoolId))
    .where(inArray(reviewerInterests.reviewerId, [...scope.reviewerIds]));
  return rows.sort(byName);
}

export type AskedVisit = Awaited<ReturnType<typeof listAskedVisits>>[number];

/** Every visit of an organisation's rounds with each reviewer who is or was asked, oldest visit first. */
export async function listAskedVisits(
  read: Reader,
  scope: { organisationId: string; reviewerId?: string },
) {
  return read
    .select({
      rowId: visitReviewers.id,
      reviewerId: visitReviewers.reviewerId,
      userId: visitReviewers.userId,
      part: visitReviewers.part,
      standing: visitReviewers.standing,
      askedAt: visitReviewers.askedAt,
      visitId: visits.id,
      state: visits.state,
      visitOn: visits.visitOn,
      createdAt: visits.createdAt,
      roundId: visits.roundId,
      roundTitle: rounds.title,
      schoolId: visits.schoolId,
      schoolName: schools.name,
      urn: schools.urn,
    })
    .from(visitReviewers)
    .innerJoin(visits, eq(visits.id, visitReviewers.visitId))
    .innerJoin(rounds, eq(rounds.id, visits.roundId))
    .innerJoin(schools, eq(schools.id, visits.schoolId))
    .where(
      and(
        eq(rounds.organisationId, scope.organisationId),
        scope.reviewerId === undefined
          ? undefined
          : eq(visitReviewers.reviewerId, scope.reviewerId),
      ),
    )
    .orderBy(asc(visits.createdAt), asc(visits.id), asc(visitReviewers.part));
}

/** False where the person stands in this register already. */
export async function insertReviewer(
  tx: Writer,
  row: typeof reviewers.$inferInsert,
): Promise<boolean> {
  const rows = await tx
    .insert(reviewers)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: reviewers.id });
  return rows.length === 1;
}

export type ReviewerChange = Partial<
  Omit<typeof reviewers.$inferInsert, "id" | "organisationId" | "userId" | "version" | "createdAt">
>;

/** Changes an entry made from `version`; false when somebody was quicker (design.md decision 4). */
export async function updateReviewer(
  tx: Writer,
  { reviewerId, version, set }: { reviewerId: string; version: number; set: ReviewerChange },
): Promise<boolean> {
  const rows = await tx
    .update(reviewers)
    .set({ ...set, version: sql`${reviewers.version} + 1` })
    .where(and(eq(reviewers.id, reviewerId), eq(reviewers.version, version)))
    .returning({ id: reviewers.id });
  return rows.length === 1;
}

/** Adds a school to a reviewer's list; the first day it was declared stays. False where it is there already. */
export async function insertInterest(
  tx: Writer,
  row: typeof reviewerInterests.$inferInsert,
): Promise<boolean> {
  const rows = await tx
    .insert(reviewerInterests)
    .values(row)
    .onConflictDoNothing()
    .returning({ schoolId: reviewerInterests.schoolId });
  return rows.length === 1;
}

/** False where it was not on the list. */
export async function deleteInterest(
  tx: Writer,
  { reviewerId, schoolId }: { reviewerId: string; schoolId: string },
): Promise<boolean> {
  const rows = await tx
    .delete(reviewerInterests)
    .where(
      and(eq(reviewerInterests.reviewerId, reviewerId), eq(reviewerInterests.schoolId, schoolId)),
    )
    .returning({ schoolId: reviewerInterests.schoolId });
  return rows.length === 1;
}
