import type { RingReason } from "./ring-reasons";

/** One school with all its reasons, over its rounds. */
export type ToRing<T> = {
  schoolId: string;
  name: string;
  reasons: { about: T; reason: RingReason }[];
};

export type RoundOfSchool<T> = {
  schoolId: string;
  name: string;
  about: T;
  reasons: readonly RingReason[];
};

/** How many schools the list holds where nobody has said. */
export const RING_AT_MOST = 9;
/** The most it may be set to. */
export const RING_LIMITS = { least: 1, most: 50 } as const;

/**
 * The schools to ring, each once, those that have waited longest first and then by name: never by anything they
 * answered. `all` is how many there are before the list is cut.
 */
export function mondayList<T>(
  rounds: readonly RoundOfSchool<T>[],
  atMost: number,
): { list: ToRing<T>[]; all: number } {
  const schools = new Map<string, ToRing<T>>();
  for (const { schoolId, name, about, reasons } of rounds) {
    if (reasons.length === 0) continue;
    const one = schools.get(schoolId) ?? { schoolId, name, reasons: [] };
    one.reasons.push(...reasons.map((reason) => ({ about, reason })));
    schools.set(schoolId, one);
  }
  const ordered = [...schools.values()].map(longestFirst).sort(byWaiting);
  return { list: ordered.slice(0, atMost), all: ordered.length };
}

function longestFirst<T>(one: ToRing<T>): ToRing<T> {
  const reasons = [...one.reasons].sort((a, b) => a.reason.since.localeCompare(b.reason.since));
  return { ...one, reasons };
}

const waitsSince = <T>({ reasons }: ToRing<T>): string => reasons[0]?.reason.since ?? "";

function byWaiting<T>(a: ToRing<T>, b: ToRing<T>): number {
  return (
    waitsSince(a).localeCompare(waitsSince(b)) ||
    a.name.localeCompare(b.name, "en-GB") ||
    a.schoolId.localeCompare(b.schoolId)
  );
}
