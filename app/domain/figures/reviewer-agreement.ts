import { refused, type Result } from "~/domain/result";
import type { ModeratedView } from "~/domain/visit/states";
import { FEWEST_SHOWN } from "./agreement-figures";
import {
  tableOfPairs,
  weightedKappa,
  type Kappa,
  type KappaWeights,
  type NoKappa,
} from "./weighted-kappa";

/** The two views of each area of a visit, given before either saw the other's. Who gave them is left behind. */
export type IndependentViews = {
  schoolId: string;
  pairs: readonly (readonly [ModeratedView, ModeratedView])[];
};

export type AgreementProblem = NoKappa | { code: "fewer-than-five-schools" };

/** From the lowest up. "Not looked at" is no view: an area counts when both looked. */
const ORDER: Partial<Record<ModeratedView, number>> = {
  "not-there-yet": 0,
  "about-there": 1,
  "further-on": 2,
};

/**
 * Weighted kappa between two reviewers who looked independently (issue 4, Figures), over all visits of a round.
 * Held back for fewer than five schools, where it would be a figure about a few reviewers.
 */
export function reviewerAgreement(
  visits: readonly IndependentViews[],
  weights: KappaWeights = "linear",
): Result<Kappa, AgreementProblem> {
  const judged = visits
    .map(({ schoolId, pairs }) => ({ schoolId, places: pairs.flatMap(placesOf) }))
    .filter(({ places }) => places.length > 0);
  if (judged.length === 0) return refused({ code: "nothing-judged-twice" });
  const schools = new Set(judged.map(({ schoolId }) => schoolId)).size;
  if (schools < FEWEST_SHOWN) return refused({ code: "fewer-than-five-schools" });
  const pairs = judged.flatMap(({ places }) => places);
  return weightedKappa(tableOfPairs(pairs, 3), { weights });
}

function placesOf([first, second]: readonly [ModeratedView, ModeratedView]): [number, number][] {
  const one = ORDER[first];
  const other = ORDER[second];
  return one === undefined || other === undefined ? [] : [[one, other]];
}
