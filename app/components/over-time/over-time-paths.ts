import { reviewPath, type ReviewPlace } from "../signing/review-paths";

/** What a school signed over time for the questionnaire of a self-review; `key`: scrolled to one line of it. */
export const overTimePath = (place: ReviewPlace, key?: string): string =>
  `${reviewPath(place)}/over-time${key === undefined ? "" : `#${lineAnchor(key)}`}`;

/** The id of a line on that page. */
export const lineAnchor = (key: string): string => `over-time-${key.replace(/[^A-Za-z0-9]/g, "-")}`;
