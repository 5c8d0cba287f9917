import type { ModeratedView } from "~/domain/visit/states";
import type { Interval } from "./confidence";
import { wilsonInterval } from "./wilson-interval";

/** Fewer schools than this make no figures, and fewer areas no figure of their own (domain.md 6.6). */
export const FEWEST_SHOWN = 5;

/**
 * What one school and its reviewers agreed on, area by area: the school's own view was right, or they were further
 * on, or not there yet. Nothing here says who the reviewers were, so no figure about a reviewer can be made.
 */
export type AgreedVisit = { schoolId: string; areas: readonly ModeratedView[] };

export type LookedAt = Exclude<ModeratedView, "not-looked-at">;

/** `share` is a fraction of the areas looked at; `interval` is Wilson's, at 95 in 100. */
export type ViewFigure =
  { shown: true; count: number; share: number; interval: Interval } | { shown: false };

/** `beside-another`: held back because one other section is, which the total would give away. */
export type NotShown = "fewer-than-five-schools" | "nothing-looked-at" | "beside-another";

export type AgreementFigures =
  | { shown: false; because: NotShown }
  | {
      shown: true;
      schools: number;
      visits: number;
      lookedAt: number;
      notLookedAt: number;
      views: Record<LookedAt, ViewFigure>;
    };

/**
 * How the agreed views of visits stand to the schools' own (issue 4, Figures). Held back altogether for fewer than
 * five schools. "Further on" and "not there yet" are held back together when either is one to four areas, since
 * the other would give it away; how many were agreed is the headline and stays.
 */
export function agreementFigures(visits: readonly AgreedVisit[]): AgreementFigures {
  const schools = new Set(visits.map(({ schoolId }) => schoolId)).size;
  if (schools < FEWEST_SHOWN) return { shown: false, because: "fewer-than-five-schools" };
  const areas = visits.flatMap((visit) => visit.areas);
  const countOf = (view: ModeratedView) => areas.filter((area) => area === view).length;
  const notLookedAt = countOf("not-looked-at");
  const lookedAt = areas.length - notLookedAt;
  if (lookedAt === 0) return { shown: false, because: "nothing-looked-at" };
  const further = countOf("further-on");
  const notYet = countOf("not-there-yet");
  const sidesShown = !isSmall(further) && !isSmall(notYet);
  const figure = (count: number, shown: boolean) => figureOf({ count, lookedAt, shown });
  return {
    shown: true,
    schools,
    visits: visits.length,
    lookedAt,
    notLookedAt,
    views: {
      "further-on": figure(further, sidesShown),
      "about-there": figure(countOf("about-there"), true),
      "not-there-yet": figure(notYet, sidesShown),
    },
  };
}

const isSmall = (count: number): boolean => count > 0 && count < FEWEST_SHOWN;

type Counted = { count: number; lookedAt: number; shown: boolean };

function figureOf({ count, lookedAt, shown }: Counted): ViewFigure {
  const interval = wilsonInterval({ successes: count, n: lookedAt });
  if (!shown || interval === null) return { shown: false };
  return { shown: true, count, share: count / lookedAt, interval };
}
