import { describe, expect, it } from "vitest";
import { sameViews } from "~/domain/figures/same-views";
import { ratingFigure, type VisitRating } from "~/domain/figures/visit-ratings";

const rated = (...ratings: number[]): VisitRating[] =>
  ratings.map((rating, at) => ({ schoolId: `school-${at}`, rating }));

describe("how useful schools found their visits", () => {
  it("is how many of those who said so found it useful", () => {
    expect(ratingFigure(rated(3, 4, 4, 3, 4, 4))).toMatchObject({ shown: true, useful: 6, of: 6 });
    const many = rated(...Array<number>(20).fill(4), 1, 2, 2, 1, 2);
    expect(ratingFigure(many)).toMatchObject({ shown: true, useful: 20, of: 25 });
  });

  it("is held back under five schools, and where a school alone would stand behind it", () => {
    expect(ratingFigure(rated(4, 4, 4, 4))).toEqual({ shown: false });
    expect(ratingFigure(rated(4, 4, 4, 4, 4, 4, 1))).toEqual({ shown: false });
    expect(ratingFigure([])).toEqual({ shown: false });
    const one = { schoolId: "one", rating: 4 };
    expect(ratingFigure([one, one, one, one, one])).toEqual({ shown: false });
  });
});

describe("two who looked independently", () => {
  it("gave the same view in so many areas of those both looked at", () => {
    const pairs = [
      ["about-there", "about-there"],
      ["about-there", "further-on"],
      ["not-looked-at", "not-looked-at"],
      ["further-on", "not-looked-at"],
    ] as const;
    expect(sameViews([{ schoolId: "one", pairs }])).toEqual({ same: 1, of: 2 });
  });
});
