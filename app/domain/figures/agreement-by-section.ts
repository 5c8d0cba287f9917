import type { ModeratedView } from "~/domain/visit/states";
import { agreementFigures, type AgreementFigures } from "./agreement-figures";

/** An area of a closed visit: the section it lies in, and the view its record holds. */
export type VisitedArea = {
  visitId: string;
  schoolId: string;
  section: string;
  view: ModeratedView;
};

export type SectionFigures = { section: string; figures: AgreementFigures };
export type AgreementBySection = { all: AgreementFigures; sections: SectionFigures[] };

type Held = SectionFigures & { lookedAt: number };

/**
 * The figures of a round over all sections and in each, in the order of the questionnaire, never by their size. What
 * one section holds back is not given away by the total: where it is the only one, the smallest other is held back
 * beside it, both for whole sections and for the split of "further on" and "not there yet".
 */
export function agreementBySection(
  areas: readonly VisitedArea[],
  sections: readonly string[],
): AgreementBySection {
  const all = figuresOf(areas);
  const each = sections.map((section): Held => {
    const own = areas.filter((area) => area.section === section);
    const lookedAt = own.filter(({ view }) => view !== "not-looked-at").length;
    const figures: AgreementFigures =
      lookedAt === 0 ? { shown: false, because: "nothing-looked-at" } : figuresOf(own);
    return { section, figures, lookedAt };
  });
  const whole = all.shown ? holdOneMore(each, isHeldBack, holdBack) : each;
  const split = holdsSplit(all) ? whole : holdOneMore(whole, lacksSplit, holdSplit);
  const alone = split.filter(lacksSplit).length === 1 && !holdsSplit(all);
  return {
    // With nothing left to hold back beside it, the total gives its split up.
    all: alone ? holdSplitOf(all) : all,
    sections: split.map(({ section, figures }) => ({ section, figures })),
  };
}

function figuresOf(areas: readonly VisitedArea[]): AgreementFigures {
  const visits = new Map(areas.map(({ visitId, schoolId }) => [visitId, schoolId]));
  return agreementFigures(
    [...visits].map(([visitId, schoolId]) => ({
      schoolId,
      areas: areas.filter((area) => area.visitId === visitId).map(({ view }) => view),
    })),
  );
}

const isHeldBack = ({ figures, lookedAt }: Held): boolean => lookedAt > 0 && !figures.shown;

const lacksSplit = (one: Held): boolean =>
  isHeldBack(one) || (one.figures.shown && holdsSplit(one.figures));

/** Whether "further on" and "not there yet" are held back. */
const holdsSplit = (figures: AgreementFigures): boolean =>
  !figures.shown || !figures.views["further-on"].shown;

function holdOneMore(
  each: readonly Held[],
  isHeld: (one: Held) => boolean,
  hold: (one: Held) => Held,
): Held[] {
  const shown = each.filter((one) => one.lookedAt > 0 && !isHeld(one));
  if (each.filter(isHeld).length !== 1 || shown.length === 0) return [...each];
  const smallest = shown.reduce((least, one) => (one.lookedAt < least.lookedAt ? one : least));
  return each.map((one) => (one === smallest ? hold(one) : one));
}

const holdBack = (one: Held): Held => ({
  ...one,
  figures: { shown: false, because: "beside-another" },
});

const holdSplit = (one: Held): Held => ({ ...one, figures: holdSplitOf(one.figures) });

function holdSplitOf(figures: AgreementFigures): AgreementFigures {
  if (!figures.shown) return figures;
  const { views } = figures;
  const away = { shown: false } as const;
  return { ...figures, views: { ...views, "further-on": away, "not-there-yet": away } };
}
