import type { Day } from "~/domain/calendar/day";
import { formatDate } from "~/domain/calendar/format";
import { ok, refused, type Result } from "~/domain/result";

/** A school a reviewer should not visit, since when. Never why: that is nobody's business (issue 4, 1). */
export type Interest = { schoolId: string; on: Day };

/** What a reviewer said: the list once, and for each visit that there is none, or that there is one. */
export type Declarations = {
  /** The day they said that the list is whole; null: never asked. */
  listDeclaredOn: Day | null;
  interests: readonly Interest[];
};

export type VisitDeclaration = "no-interest" | "interest";

/** What a declaration at a visit leads to. */
export type AfterDeclaring =
  | { goesAhead: true }
  /** The reviewer is replaced, and the school joins their list, so that nobody asks again. */
  | { goesAhead: false; interests: readonly Interest[] };

/** Whether the list has to be declared before a first visit is asked for. */
export function mustDeclareList({ listDeclaredOn }: Declarations): boolean {
  return listDeclaredOn === null;
}

export function hasInterestIn({ interests }: Declarations, schoolId: string): boolean {
  return interests.some((one) => one.schoolId === schoolId);
}

/** The list with a school on it, each school once: the first day it was declared stays. */
export function withInterest(interests: readonly Interest[], added: Interest): Interest[] {
  const isThere = interests.some(({ schoolId }) => schoolId === added.schoolId);
  return isThere ? [...interests] : [...interests, added];
}

type Declaring = {
  declarations: Declarations;
  schoolId: string;
  today: Day;
  /** Null: nothing was chosen. */
  declared: VisitDeclaration | null;
};

/**
 * What a reviewer declares when asked for a visit. Something has to be chosen; where the school is on their list
 * already, "no interest" cannot be.
 */
export function declareForVisit(asked: Declaring): Result<AfterDeclaring, string> {
  const { declarations, schoolId, today, declared } = asked;
  if (declared === null) return refused("Say whether you have an interest in this school");
  const { interests } = declarations;
  if (declared === "interest") {
    return ok({ goesAhead: false, interests: withInterest(interests, { schoolId, on: today }) });
  }
  const known = interests.find((one) => one.schoolId === schoolId);
  if (known !== undefined) {
    return refused(`This school is on your list of interests since ${formatDate(known.on)}`);
  }
  return ok({ goesAhead: true });
}

/** What is asked at each visit, with its two answers. */
export const VISIT_QUESTION = {
  title: "Do you have an interest in this school?",
  hint: "For instance you, your family or a close friend work there, have a child there or are governors. You do not have to say which.",
  answers: { "no-interest": "No", interest: "Yes, choose somebody else" },
} as const satisfies {
  title: string;
  hint: string;
  answers: Record<VisitDeclaration, string>;
};

/** Where the list stands: "3 schools declared, 3 September 2026". */
export function listWords({ listDeclaredOn, interests }: Declarations): string {
  if (listDeclaredOn === null) return "Interests not declared yet";
  const schools = interests.length === 1 ? "1 school" : `${interests.length} schools`;
  const what = interests.length === 0 ? "No interests" : schools;
  return `${what} declared, ${formatDate(listDeclaredOn)}`;
}
