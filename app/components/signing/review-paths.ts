import type { ReadyProblem } from "~/domain/response/check";
import { answerId } from "~/forms/answers";

/** A self-review as its addresses name it. */
export type ReviewPlace = { urn: string; responseId: string };

type Params = { urn?: string; id?: string };

/** The place in a route's parameters. */
export const placeOf = ({ urn = "", id = "" }: Params): ReviewPlace => ({ urn, responseId: id });

/** The number of a signed copy in a route's parameters; 0, which is none, when it is not a number. */
export const numberOf = (text = ""): number => (/^[1-9]\d{0,2}$/.test(text) ? Number(text) : 0);

export const schoolPath = (urn: string): string => `/schools/${urn}`;
export const reviewPath = ({ urn, responseId }: ReviewPlace): string =>
  `${schoolPath(urn)}/self-reviews/${responseId}`;
export const signedPath = (place: ReviewPlace, number: number): string =>
  `${reviewPath(place)}/signed/${number}`;

/** Which control of an answer each problem is about. */
const PARTS = {
  level: "level",
  commentary: "commentary",
  duty: "duty",
  dutyNote: "dutyNote",
  "to-confirm": "toConfirm",
  headline: "level",
  field: "value",
  share: "value",
  training: "value",
} as const;

/** A questionnaire that is one page has its statements on the self-review's own page. */
type Answered = ReviewPlace & { layout: "sections" | "one-page" };

/** Where something left to do is done: the statement in its section's page, or the start page. */
export function problemPath(place: Answered, problem: ReadyProblem): string {
  const { code, answerKey, section } = problem;
  if (code === "confirm-first" || code === "choose-sections" || answerKey === null) {
    return `${reviewPath(place)}/start`;
  }
  const isOnePage = place.layout === "one-page" || section === null;
  const page = isOnePage ? reviewPath(place) : sectionPath(place, section);
  return `${page}#${answerId(answerKey, PARTS[code])}`;
}

export const sectionPath = (place: ReviewPlace, section: string): string =>
  `${reviewPath(place)}/sections/${section}`;
