import type { Day } from "~/domain/calendar/day";
import { londonDate } from "~/domain/calendar/format";
import { academicYear } from "~/domain/calendar/working-days";
import { mayVisitThisRound } from "~/domain/matching/availability";
import { DISTRICT_NEIGHBOURS } from "~/domain/matching/district-neighbours";
import {
  matchingContext,
  type MatchingContext,
  type PastVisit,
  type ReviewerForMatching,
  type SchoolForMatching,
  type SettledVisit,
  type TrustOf,
} from "~/domain/matching/facts";
import { trustOfSchool } from "~/domain/matching/school-trust";
import { phasesOf } from "~/domain/questionnaire/school-facts";
import { storedTerms } from "~/domain/visit/wish";
import { countsInYear, hasTakenPlace } from "~/domain/reviewer/visits-of-year";
import { storedPhases, storedTexts } from "~/services/reviewers/stored-lists";
import {
  listAskedVisits,
  listReviewerGrants,
  listReviewerInterests,
  listReviewers,
  type AskedVisit,
  type ReviewerRow,
} from "~db/queries/reviewers";
import {
  listGovernors,
  listHosts,
  listVisitRequests,
  type HostRow,
  type VisitRound,
} from "~db/queries/visit-matching";
import type { Reader } from "~db/types";

/** Somebody of the register with what screens and rows need beside matching. */
export type RegisteredReviewer = ReviewerForMatching & {
  reviewerId: string;
  email: string;
  post: string;
};

/** A school's wish for a visit. `terms`: those that would suit, "2026-27 Term 4"; empty: any. */
export type WishView = { on: Day; terms: string[]; words: string };

export type HostSchool = SchoolForMatching & {
  urn: string;
  responseId: string;
  town: string;
  wish: WishView | null;
};

export type MatchingData = {
  round: VisitRound;
  schools: HostSchool[];
  /** All who hold the role today; `mayVisit` are those accredited for this round. */
  reviewers: RegisteredReviewer[];
  mayVisit: RegisteredReviewer[];
  asked: AskedVisit[];
  context: MatchingContext;
};

type Asked = { round: VisitRound; today: Day; window: { from: Day; to: Day } };

/** Everything matching turns on, read at once; inside a transaction as well as outside. */
export async function loadMatchingData(
  read: Reader,
  { round, today, window }: Asked,
): Promise<MatchingData> {
  const { organisationId } = round;
  const asked = await listAskedVisits(read, { organisationId });
  const rows = await listReviewers(read, { organisationId });
  const schools = await hostsOf(read, round, asked);
  const context = matchingContext({
    questionnaireKey: round.questionnaireKey,
    today,
    window,
    past: pastOf(asked, round.id),
    settled: settledOf({ rows, asked, roundId: round.id }),
    neighbours: DISTRICT_NEIGHBOURS,
  });
  const reviewers = await reviewersOf(read, { organisationId, today, window, asked, rows });
  const mayVisit = reviewers.filter((one) => mayVisitThisRound(one, context));
  return { round, schools, reviewers, mayVisit, asked, context };
}

async function hostsOf(
  read: Reader,
  { id: roundId, organisationId }: VisitRound,
  asked: readonly AskedVisit[],
): Promise<HostSchool[]> {
  const rows = await listHosts(read, { roundId });
  const requests = await listVisitRequests(read, { organisationId });
  const inRound = requests.filter((one) => one.roundId === null || one.roundId === roundId);
  const wishes = new Map(inRound.map((one) => [one.schoolId, one]));
  const last = lastVisits(asked);
  return rows.map((row) => {
    const lastVisitedOn = last.get(row.schoolId) ?? null;
    const wish = wishes.get(row.schoolId);
    const askedOn = wish === undefined ? null : londonDate(wish.askedAt);
    // A wish is over once the school has been visited.
    const askedForIt = askedOn !== null && askedOn > (lastVisitedOn ?? "");
    const { terms = "", words = "" } = wish ?? {};
    const asked = askedForIt ? { on: askedOn, terms: storedTerms(terms), words } : null;
    return { ...hostOf(row), lastVisitedOn, askedForIt, wish: asked };
  });
}

function hostOf(row: HostRow) {
  const { schoolId, name, urn, responseId, town, district, federationName } = row;
  const phases =
    row.confirmedAt === null || row.pinnedPhases === null
      ? phasesOf(row)
      : storedPhases(row.pinnedPhases);
  return {
    schoolId,
    name,
    urn,
    responseId,
    town,
    district: district ?? row.laName,
    federationName,
    trust: trustOfSchool(row),
    phases,
  };
}

/** The last day each school was visited, in whatever round. */
function lastVisits(asked: readonly AskedVisit[]): Map<string, Day> {
  const last = new Map<string, Day>();
  for (const { schoolId, visitOn, state } of asked) {
    if (visitOn === null || !hasTakenPlace(state)) continue;
    if (visitOn > (last.get(schoolId) ?? "")) last.set(schoolId, visitOn);
  }
  return last;
}

function pastOf(asked: readonly AskedVisit[], roundId: string): PastVisit[] {
  const made = asked.filter(
    (one) => one.roundId !== roundId && hasTakenPlace(one.state) && one.standing === "accepted",
  );
  return byVisit(made).flatMap(([first, ...rest]) =>
    first === undefined || first.visitOn === null
      ? []
      : [
          {
            schoolId: first.schoolId,
            roundId: first.roundId,
            on: first.visitOn,
            userIds: [first, ...rest].map(({ userId }) => userId),
          },
        ],
  );
}

function byVisit(asked: readonly AskedVisit[]): AskedVisit[][] {
  const visits = new Map<string, AskedVisit[]>();
  for (const one of asked) visits.set(one.visitId, [...(visits.get(one.visitId) ?? []), one]);
  return [...visits.values()];
}

type Settling = { rows: readonly ReviewerRow[]; asked: readonly AskedVisit[]; roundId: string };

/** Visits of the round that stand, also where a reviewer is missing. */
function settledOf({ rows, asked, roundId }: Settling): SettledVisit[] {
  const homes = new Map(rows.map(({ userId, homeSchoolId }) => [userId, homeSchoolId]));
  const standing = asked.filter((one) => one.roundId === roundId && one.state !== "cancelled");
  return byVisit(standing).map((visit) => ({
    schoolId: visit[0]?.schoolId ?? "",
    reviewers: visit
      .filter((one) => one.standing === "asked" || one.standing === "accepted")
      .map(({ userId }) => ({ userId, homeSchoolId: homes.get(userId) ?? null })),
  }));
}

type Reviewing = {
  organisationId: string;
  today: Day;
  window: { from: Day; to: Day };
  asked: readonly AskedVisit[];
  rows: readonly ReviewerRow[];
};

async function reviewersOf(
  read: Reader,
  { organisationId, today, window, asked, rows: all }: Reviewing,
): Promise<RegisteredReviewer[]> {
  const grants = await listReviewerGrants(read, { organisationId, today });
  const held = new Set(grants.filter(({ from }) => from <= today).map(({ userId }) => userId));
  const rows = all.filter(({ userId, disabledAt }) => held.has(userId) && disabledAt === null);
  const userIds = rows.map(({ userId }) => userId);
  const governors = await listGovernors(read, { userIds, from: today, to: window.to });
  const interests = await listReviewerInterests(read, { reviewerIds: rows.map(({ id }) => id) });
  const year = academicYear(today);
  return rows.map((row) => ({
    ...reviewerOf(row),
    visitsTaken: asked.filter((one) => one.reviewerId === row.id && countsInYear(one, year)).length,
    governorAt: governors
      .filter(({ userId }) => userId === row.userId)
      .flatMap(({ schoolId }) => schoolId ?? []),
    declaredInterests: interests
      .filter(({ reviewerId }) => reviewerId === row.id)
      .map(({ schoolId, declaredOn }) => ({ schoolId, on: declaredOn })),
  }));
}

function reviewerOf(row: ReviewerRow) {
  return {
    reviewerId: row.id,
    userId: row.userId,
    name: row.name,
    email: row.email,
    post: row.post,
    homeSchoolId: row.homeSchoolId,
    homeSchoolName: row.homeSchoolName,
    homeAuthority: row.homeAuthority,
    trust: trustOfReviewer(row),
    federationName: row.federationName ?? row.homeFederationName,
    phases: storedPhases(row.phases),
    questionnaireKeys: storedTexts(row.questionnaireKeys),
    districts: storedTexts(row.districts),
    accreditedUntil: row.accreditedUntil,
    visitsOffered: row.visitsOffered,
    isLeadCapable: row.mayLead,
  };
}

/** The trust of the home school as its register names it, else as the reviewers' register does. */
export function trustOfReviewer({
  homeTrustName,
  trustStanding,
  trustName,
}: Pick<ReviewerRow, "homeTrustName" | "trustStanding" | "trustName">): TrustOf {
  if (homeTrustName !== null && homeTrustName.trim() !== "") {
    return { standing: "in-trust", name: homeTrustName };
  }
  if (trustStanding === "in-trust") return { standing: "in-trust", name: trustName ?? "" };
  return { standing: trustStanding };
}
