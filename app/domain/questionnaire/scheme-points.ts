import type { Item, Section } from "~/domain/questionnaire/definition";
import { chosenLevel, type SelfReview } from "~/domain/questionnaire/self-review";

type Placed = { section: Section; item: Item };

/**
 * Where a school stands in a scheme with entry points (asthma, domain.md 4.3): "six points met" or which one is
 * missing, then the starred ones, then going further. A point is met by Yes alone: Partly and Not applicable are
 * not met. `answered` counts any choice. The service never awards: the owning organisation confirms.
 */
export type SchemePoints = {
  entry: { yes: number; total: number; met: boolean; missing: Placed[] };
  starters: { yes: number; answered: number; total: number };
  further: { answered: number; total: number };
};

/** Points of a self-review. In a questionnaire without entry points all counts of them are 0 and none is met. */
export function schemePoints(review: SelfReview): SchemePoints {
  const placed = review.sections.flatMap(({ section, items }) =>
    items.map((item) => ({ section, item })),
  );
  const levelOf = ({ section, item }: Placed) => chosenLevel(review, section, item);
  const isYes = (one: Placed) => levelOf(one)?.mark === "tick";
  const isAnswered = (one: Placed) => levelOf(one) !== null;
  const entry = placed.filter(({ item }) => item.entry);
  const starters = placed.filter(({ item }) => item.starter);
  const further = placed.filter(({ item }) => !item.starter);
  const missing = entry.filter((one) => !isYes(one));
  return {
    entry: {
      yes: entry.length - missing.length,
      total: entry.length,
      met: entry.length > 0 && missing.length === 0,
      missing,
    },
    starters: {
      yes: starters.filter(isYes).length,
      answered: starters.filter(isAnswered).length,
      total: starters.length,
    },
    further: { answered: further.filter(isAnswered).length, total: further.length },
  };
}
