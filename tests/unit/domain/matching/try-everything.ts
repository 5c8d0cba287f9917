import type { ReviewerForMatching, SchoolForMatching } from "~/domain/matching/facts";
import type { ToPropose } from "~/domain/matching/propose-visits";

type Pair = readonly [ReviewerForMatching, ReviewerForMatching];
export type Visits = ReadonlyMap<SchoolForMatching, Pair>;

/** The rules of issue 4 once more, written apart from the code under test. */
export function rulesBroken(visits: Visits, { context }: ToPropose): string[] {
  const broken: string[] = [];
  const loads = new Map<ReviewerForMatching, number>();
  for (const [school, pair] of visits) {
    for (const reviewer of pair) {
      if (!mayVisit(reviewer, school)) broken.push(`${reviewer.userId} at ${school.schoolId}`);
      loads.set(reviewer, (loads.get(reviewer) ?? 0) + 1);
      for (const other of visits.get(homeIn(visits, reviewer) ?? school) ?? []) {
        if (other.homeSchoolId === school.schoolId) broken.push(`swap at ${school.schoolId}`);
      }
    }
    if (!mayGoTogether(pair, school, { context })) broken.push(`pair at ${school.schoolId}`);
  }
  for (const [{ userId, visitsOffered, visitsTaken }, load] of loads) {
    if (visitsTaken + load > visitsOffered) broken.push(`${userId} too often`);
  }
  return broken;
}

function homeIn(visits: Visits, { homeSchoolId }: ReviewerForMatching) {
  return [...visits.keys()].find(({ schoolId }) => schoolId === homeSchoolId);
}

export function mayVisit(reviewer: ReviewerForMatching, school: SchoolForMatching): boolean {
  const sameTrust =
    reviewer.trust.standing === "in-trust" &&
    school.trust.standing === "in-trust" &&
    reviewer.trust.name === school.trust.name;
  return !(
    sameTrust ||
    reviewer.homeSchoolId === school.schoolId ||
    reviewer.governorAt.includes(school.schoolId) ||
    reviewer.accreditedUntil < "2027-01-04"
  );
}

export function mayGoTogether(
  [one, other]: Pair,
  school: SchoolForMatching,
  { context }: Pick<ToPropose, "context">,
): boolean {
  const before = context.past.filter(({ schoolId }) => schoolId === school.schoolId);
  const day = before.reduce((latest, { on }) => (on > latest ? on : latest), "");
  const last = before.find(({ on }) => on === day);
  const ids = [one.userId, other.userId].sort().join();
  const knows = [one, other].some(({ phases }) => phases.some((it) => school.phases.includes(it)));
  return (
    one !== other &&
    one.homeSchoolId !== other.homeSchoolId &&
    [...(last?.userIds ?? [])].sort().join() !== ids &&
    knows
  );
}

/** Every way to serve exactly these schools. */
function* allVisits(
  world: ToPropose,
  schools: readonly SchoolForMatching[],
  made: Visits = new Map(),
): Generator<Visits> {
  const [school, ...rest] = schools;
  if (rulesBroken(made, world).length > 0) return;
  if (school === undefined) {
    yield made;
    return;
  }
  for (const [at, one] of world.reviewers.entries()) {
    for (const other of world.reviewers.slice(at + 1)) {
      yield* allVisits(world, rest, new Map([...made, [school, [one, other]]]));
    }
  }
}

/** The schools served when each in turn is taken where that is possible beside those taken before. */
export function servedInOrder(world: ToPropose): SchoolForMatching[] {
  const served: SchoolForMatching[] = [];
  for (const school of world.schools) {
    const isPossible = allVisits(world, [...served, school]).next().done !== true;
    if (isPossible) served.push(school);
  }
  return served;
}

/** The most even loads there are for exactly these schools, as the sum of their squares. */
export function evenest(world: ToPropose, schools: readonly SchoolForMatching[]): number {
  let least = Infinity;
  for (const visits of allVisits(world, schools))
    least = Math.min(least, unevenness(world, visits));
  return least;
}

/** Loads of the year squared: of loads with one sum, those within one of each other have the least. */
export function unevenness({ reviewers }: ToPropose, visits: Visits): number {
  const pairs = [...visits.values()].flat();
  return reviewers.reduce((total, reviewer) => {
    const load = pairs.filter((one) => one === reviewer).length;
    return total + (reviewer.visitsTaken + load) ** 2;
  }, 0);
}
