import { percentOf } from "~/domain/questionnaire/shares";
import type { Result } from "~/domain/result";
import type { AgreementFigures, ViewFigure } from "./agreement-figures";
import type { Interval } from "./confidence";
import type { AgreementProblem } from "./reviewer-agreement";
import type { Kappa } from "./weighted-kappa";

const FEW = "Fewer than 5 schools, so no figures are shown.";

/** The headline: "41 of 48 areas visited agreed", or why there is none. */
export function agreementSentence(figures: AgreementFigures): string {
  if (!figures.shown) {
    return figures.because === "nothing-looked-at" ? "No area has been looked at yet." : FEW;
  }
  const about = figures.views["about-there"];
  const agreed = about.shown ? about.count : 0;
  const areas = figures.lookedAt === 1 ? "area" : "areas";
  return `${agreed} of ${figures.lookedAt} ${areas} visited agreed`;
}

/** In plain words what the figures of a round say, for those who hear or read before they look. */
export function readingSentences(figures: AgreementFigures): string[] {
  if (!figures.shown) return [];
  const { views, lookedAt, visits, schools, notLookedAt } = figures;
  const part = (view: "further-on" | "not-there-yet", words: string) => {
    const figure = views[view];
    return figure.shown ? [`In ${figure.count} they found the school ${words} than it said.`] : [];
  };
  const left = notLookedAt === 0 ? "" : ` ${notLookedAt} more were chosen and not looked at.`;
  return [
    `Over ${visits} closed visits to ${schools} schools, reviewers looked at ${lookedAt} areas.${left}`,
    "Agreed means that they found the school about where it said it was.",
    ...part("further-on", "further on"),
    ...part("not-there-yet", "less far on"),
  ];
}

/** "85%, likely between 73% and 93%"; "[c]" where it is held back. */
export function shareWords(figure: ViewFigure, lookedAt: number): string {
  if (!figure.shown) return "[c]";
  return `${percentOf(figure.count, lookedAt) ?? 0}%, likely between ${rangeWords(figure.interval)}`;
}

/** Whole percentages, the range never made narrower than it is. */
function rangeWords({ low, high }: Interval): string {
  return `${Math.floor(low * 100)}% and ${Math.ceil(high * 100)}%`;
}

/** Kappa with its n and range, or why there is none. A figure of the round, never of a reviewer. */
export function kappaSentence(agreement: Result<Kappa, AgreementProblem>): string {
  if (!agreement.ok) return NO_KAPPA[agreement.problem.code];
  const { kappa, n, interval } = agreement.value;
  const figure = `Weighted kappa ${kappa.toFixed(2)} over ${n} areas two reviewers looked at independently`;
  if (interval === null) return `${figure}: every pair of views was the same.`;
  return `${figure}, likely between ${interval.low.toFixed(2)} and ${interval.high.toFixed(2)}.`;
}

const NO_KAPPA: Record<AgreementProblem["code"], string> = {
  "nothing-judged-twice": "No area has two independent views yet.",
  "one-category": "Every view was the same one, so agreement beyond chance cannot be worked out.",
  "fewer-than-five-schools": FEW,
};
