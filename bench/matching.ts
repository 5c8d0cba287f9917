import { chooseSchools } from "~/domain/matching/choose-schools";
import { proposeVisits } from "~/domain/matching/propose-visits";
import { aCounty } from "~tests/support/factories/matching";

const COUNTY = { schools: 675, reviewers: 120, offered: 2 };
const ROUNDS = 7;
const WITHIN_MS = 2000;

export type MatchingOutcome = {
  /** The first in this process, and the middle and slowest of those after it. */
  firstMs: number;
  medianMs: number;
  slowestMs: number;
  visits: number;
  met: boolean;
};

/** A proposal for the whole county, as the service works it out while a manager waits. */
export function matching(): MatchingOutcome {
  const county = aCounty(COUNTY);
  const { chosen, left } = chooseSchools(county.schools, {
    capacity: (COUNTY.reviewers * COUNTY.offered) / 2,
    rules: { handPicked: [], askedForIt: true, longestWithout: null, sampleByDistrict: null },
  });
  const schools = [...chosen, ...left].map(({ school }) => school);
  const runs = Array.from({ length: ROUNDS }, () => {
    const from = performance.now();
    const { visits } = proposeVisits({ ...county, schools });
    return { ms: performance.now() - from, visits: visits.length };
  });
  const [first, ...later] = runs;
  const times = later.map(({ ms }) => ms).sort((one, other) => one - other);
  const slowestMs = times.at(-1) ?? 0;
  const firstMs = first?.ms ?? 0;
  return {
    firstMs,
    medianMs: times[Math.floor(times.length / 2)] ?? 0,
    slowestMs,
    visits: first?.visits ?? 0,
    met: Math.max(firstMs, slowestMs) < WITHIN_MS,
  };
}

/** The outcome as a line under the table. */
export function matchingLine({
  firstMs,
  medianMs,
  slowestMs,
  visits,
  met,
}: MatchingOutcome): string {
  const { schools, reviewers, offered } = COUNTY;
  const what = `Proposal for ${schools} schools, ${reviewers} reviewers, cap ${offered}`;
  const times = `${firstMs.toFixed(0)} ms at first, then ${medianMs.toFixed(0)} (slowest ${slowestMs.toFixed(0)})`;
  return `${what}: ${visits} visits, ${times} (under ${WITHIN_MS / 1000} s: ${met ? "met" : "missed"})`;
}
