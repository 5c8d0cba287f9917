import { describe, expect, it } from "vitest";
import { agreementFigures, type AgreedVisit } from "~/domain/figures/agreement-figures";
import { agreementSentence, shareWords } from "~/domain/figures/figure-words";
import type { ModeratedView } from "~/domain/visit/states";

const times = (count: number, view: ModeratedView): ModeratedView[] =>
  Array<ModeratedView>(count).fill(view);

/** Areas dealt out to schools in turn. */
function visitsOf(areas: ModeratedView[], schools: number): AgreedVisit[] {
  return Array.from({ length: schools }, (_, school) => ({
    schoolId: `school-${school}`,
    areas: areas.filter((_, at) => at % schools === school),
  }));
}

describe("agreed views beside the schools' own", () => {
  it("are counted over the areas looked at, with a range", () => {
    const areas = [
      ...times(41, "about-there"),
      ...times(6, "further-on"),
      ...times(7, "not-there-yet"),
      ...times(4, "not-looked-at"),
    ];
    const figures = agreementFigures(visitsOf(areas, 12));
    expect(figures).toMatchObject({ shown: true, schools: 12, visits: 12, lookedAt: 54 });
    expect(figures).toMatchObject({ notLookedAt: 4, views: { "further-on": { count: 6 } } });
    expect(agreementSentence(figures)).toBe("41 of 54 areas visited agreed");
    if (figures.shown) {
      expect(shareWords(figures.views["about-there"], 54)).toBe("76%, likely between 63% and 86%");
    }
  });

  it("read as the headline of the issue", () => {
    const areas = [...times(41, "about-there"), ...times(7, "further-on")];
    expect(agreementSentence(agreementFigures(visitsOf(areas, 10)))).toBe(
      "41 of 48 areas visited agreed",
    );
  });

  it("hold both sides back when one of them is small", () => {
    const areas = [
      ...times(20, "about-there"),
      ...times(9, "further-on"),
      ...times(3, "not-there-yet"),
    ];
    const figures = agreementFigures(visitsOf(areas, 8));
    expect(figures).toMatchObject({
      views: {
        "about-there": { shown: true, count: 20 },
        "further-on": { shown: false },
        "not-there-yet": { shown: false },
      },
    });
    if (figures.shown) expect(shareWords(figures.views["further-on"], 32)).toBe("[c]");
  });

  it("show none as none", () => {
    const figures = agreementFigures(visitsOf(times(30, "about-there"), 6));
    expect(figures).toMatchObject({ views: { "not-there-yet": { shown: true, count: 0 } } });
  });

  it("are held back for fewer than five schools, though there are many visits", () => {
    const visits = [...visitsOf(times(40, "about-there"), 4), ...visitsOf(["about-there"], 1)];
    expect(visits).toHaveLength(5);
    const figures = agreementFigures(visits);
    expect(figures).toEqual({ shown: false, because: "fewer-than-five-schools" });
    expect(agreementSentence(figures)).toBe("Fewer than 5 schools, so no figures are shown.");
  });

  it("say so where nothing was looked at", () => {
    const figures = agreementFigures(visitsOf(times(10, "not-looked-at"), 5));
    expect(agreementSentence(figures)).toBe("No area has been looked at yet.");
  });
});
