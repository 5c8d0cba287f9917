import type { Calendar, Term } from "~/domain/calendar/calendar";
import { addDays, type Day } from "~/domain/calendar/day";
import { CHECK_IN_TERMS } from "~/domain/calendar/terms";

/** Days before the end of a term from which its review of the plan is due. */
const DUE_BEFORE_END = 14;
/** Days after the end of a term in which it can still be done where the next term is not known. */
const OPEN_AFTER_END = 42;

/**
 * The look at the plan at the end of Term 2, 4 or 6 (design.md section 4, Action). It can be done from the first day
 * of that term to the last day of the next one, and is asked for from two weeks before the term ends. All days
 * included.
 */
export type PlanReview = {
  year: string;
  term: number;
  opensOn: Day;
  dueFrom: Day;
  endsOn: Day;
  closesOn: Day;
};

/** The review that can be done on a day; null between reviews and where the calendar knows none. */
export function reviewOn(calendar: Calendar, day: Day): PlanReview | null {
  // Term 6 of one year closes with Term 1 of the next, before Term 2 opens: never two at once.
  return reviews(calendar).find((one) => one.opensOn <= day && day <= one.closesOn) ?? null;
}

/** The next review to open after a day; null where it is not known. */
export function nextReview(calendar: Calendar, day: Day): PlanReview | null {
  return reviews(calendar).find(({ opensOn }) => day < opensOn) ?? null;
}

export const isReviewDue = ({ dueFrom, closesOn }: PlanReview, day: Day): boolean =>
  dueFrom <= day && day <= closesOn;

function reviews({ terms }: Calendar): PlanReview[] {
  return terms.flatMap((one, index) => {
    if (!isCheckInTerm(one)) return [];
    const { year, term, from, to } = one;
    const closesOn = terms[index + 1]?.to ?? addDays(to, OPEN_AFTER_END);
    const asked = addDays(to, -DUE_BEFORE_END);
    return [
      { year, term, opensOn: from, dueFrom: asked < from ? from : asked, endsOn: to, closesOn },
    ];
  });
}

const isCheckInTerm = ({ term }: Term): boolean => CHECK_IN_TERMS.some((one) => one === term);
