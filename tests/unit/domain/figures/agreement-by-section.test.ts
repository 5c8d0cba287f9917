import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  agreementBySection,
  type AgreementBySection,
  type VisitedArea,
} from "~/domain/figures/agreement-by-section";
import { readingSentences } from "~/domain/figures/figure-words";
import { MODERATED_VIEWS, type ModeratedView } from "~/domain/visit/states";

type Dealing = { section: string; views: ModeratedView[]; schools: number };

/** Areas of a section dealt out to schools in turn, one visit each. */
const areasOf = ({ section, views, schools }: Dealing): VisitedArea[] =>
  views.map((view, at) => {
    const school = `school-${at % schools}`;
    return { visitId: `visit to ${school}`, schoolId: school, section, view };
  });

const times = (count: number, view: ModeratedView): ModeratedView[] =>
  Array<ModeratedView>(count).fill(view);

const lookedAtIn = (areas: readonly VisitedArea[], section: string): number =>
  areas.filter((one) => one.section === section && one.view !== "not-looked-at").length;

const figuresIn = ({ sections }: AgreementBySection, section: string) =>
  sections.find((one) => one.section === section)?.figures;

describe("figures by section", () => {
  it("stand in the order of the questionnaire, each over its own areas", () => {
    const views = [...times(6, "about-there"), ...times(5, "further-on")];
    const areas = ["B", "A"].flatMap((section) => areasOf({ section, views, schools: 5 }));
    const found = agreementBySection(areas, ["A", "B", "C"]);
    expect(found.sections.map(({ section }) => section)).toEqual(["A", "B", "C"]);
    expect(found.all).toMatchObject({ shown: true, lookedAt: 22, visits: 5 });
    expect(figuresIn(found, "A")).toMatchObject({ lookedAt: 11, schools: 5 });
    expect(figuresIn(found, "C")).toEqual({ shown: false, because: "nothing-looked-at" });
    expect(readingSentences(found.all)).toContain(
      "In 10 they found the school further on than it said.",
    );
  });

  it("hold a second section back where one alone is, as the total would give it away", () => {
    const areas = [
      ...areasOf({ section: "A", views: times(20, "about-there"), schools: 10 }),
      ...areasOf({ section: "B", views: times(8, "about-there"), schools: 8 }),
      ...areasOf({ section: "C", views: times(3, "about-there"), schools: 3 }),
    ];
    const found = agreementBySection(areas, ["A", "B", "C"]);
    expect(figuresIn(found, "A")).toMatchObject({ shown: true });
    expect(figuresIn(found, "B")).toEqual({ shown: false, because: "beside-another" });
    expect(figuresIn(found, "C")).toEqual({ shown: false, because: "fewer-than-five-schools" });
  });

  it("never let one section that is held back be worked out from the others and the total", () => {
    const dealing = fc.record({
      views: fc.array(fc.constantFrom(...MODERATED_VIEWS), { maxLength: 40 }),
      schools: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(fc.array(dealing, { minLength: 1, maxLength: 5 }), (dealt) => {
        const keys = dealt.map((_, at) => `S${at}`);
        const areas = dealt.flatMap((one, at) => areasOf({ ...one, section: `S${at}` }));
        const { all, sections } = agreementBySection(areas, keys);
        if (!all.shown) return;
        const withAreas = sections.filter(({ section }) => lookedAtIn(areas, section) > 0);
        const held = withAreas.filter(({ figures }) => !figures.shown);
        expect(held.length).not.toBe(1);
        if (!all.views["further-on"].shown) return;
        const split = withAreas.filter(
          ({ figures }) => !figures.shown || !figures.views["further-on"].shown,
        );
        expect(split.length).not.toBe(1);
      }),
      { numRuns: 500 },
    );
  });
});
