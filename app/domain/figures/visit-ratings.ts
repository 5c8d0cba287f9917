import { FEWEST_SHOWN } from "./agreement-figures";
import type { Interval } from "./confidence";
import { wilsonInterval } from "./wilson-interval";

/** What a school said of its visit: 1 to 4, how useful. Who made the visit is left behind. */
export type VisitRating = { schoolId: string; rating: number };

/** From this on a visit was useful to the school. */
const USEFUL = 3;

export type RatingFigure =
  { shown: true; useful: number; of: number; interval: Interval } | { shown: false };

/**
 * How many schools found their visit useful, over all visits of a round and never by reviewer. Held back for fewer
 * than five schools, and where one to four did not, as each could be picked out.
 */
export function ratingFigure(ratings: readonly VisitRating[]): RatingFigure {
  const of = ratings.length;
  const schools = new Set(ratings.map(({ schoolId }) => schoolId)).size;
  const useful = ratings.filter(({ rating }) => rating >= USEFUL).length;
  const interval = wilsonInterval({ successes: useful, n: of });
  if (schools < FEWEST_SHOWN || interval === null) return { shown: false };
  const others = of - useful;
  if (others > 0 && others < FEWEST_SHOWN) return { shown: false };
  return { shown: true, useful, of, interval };
}
