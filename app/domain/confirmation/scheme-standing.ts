import type { Day } from "~/domain/calendar/day";
import { readDay } from "~/domain/calendar/read-day";
import { entryPoints } from "~/domain/submission/entry-points";
import type { Snapshot } from "~/domain/submission/snapshot";

/** A point that is not met: "F1", "Staff training". */
export type MissingPoint = { key: string; short: string };

/** Who leads on the scheme in the school, as the signed copy says; empty where it says nothing. */
export type Lead = { name: string; email: string };

/** What a signed copy says of a scheme with entry points. It never speaks of levels. */
export type SchemeStanding = {
  /** How many points the scheme has. */
  points: number;
  missing: MissingPoint[];
  lead: Lead;
  /** The first day on which training lapses for somebody; null where it is not said. */
  trainingLapses: Day | null;
};

/** Stands in `missing` where the round makes the trained share a gate. */
export const TRAINING_SHARE: MissingPoint = { key: "training", short: "Share of staff trained" };

/** Reads a signed copy. `trainingGate`: the round asks for its share of staff trained. */
export function schemeStanding(
  snapshot: Snapshot,
  { trainingGate }: { trainingGate: boolean },
): SchemeStanding {
  const { total, missing } = entryPoints(snapshot);
  const field = (key: string) => snapshot.fields.find((one) => one.key === key)?.value.trim() ?? "";
  const short = trainingGate && isShort(snapshot) ? [TRAINING_SHARE] : [];
  return {
    points: total,
    missing: [...missing.map(({ key, short: name }) => ({ key, short: name })), ...short],
    lead: { name: field("leadName"), email: field("leadEmail") },
    trainingLapses: readDay(field("trainingLapses")),
  };
}

/** Too few, or a number is missing. Whole numbers, so that 84.6 is not 85. */
function isShort({ derived }: Snapshot): boolean {
  return derived.some(({ threshold, part, whole }) => {
    if (threshold === null) return false;
    if (part === null || whole === null || whole === 0) return true;
    return part * 100 < threshold * whole;
  });
}
