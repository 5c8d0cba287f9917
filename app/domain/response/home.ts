import type { WhatIsLeft } from "~/domain/questionnaire/what-is-left";
import { nextDeadline, type Deadline } from "~/domain/round/deadlines";
import type { ResponseState } from "./states";

/** What home needs to know of one response to say what is next. */
export type HomeResponse = {
  id: string;
  title: string;
  state: ResponseState;
  isPrivate: boolean;
  /** Whether answers can be changed now (the policy's word on `response.answer`). */
  mayAnswer: boolean;
  deadlines: readonly Deadline[];
  left: WhatIsLeft;
};

/**
 * Responses in the order of home: nearest deadline first, those without one after, private ones last; then by
 * title. Settled ones (signed, lapsed, withdrawn) stand below those with something to do.
 */
export function inHomeOrder<R extends HomeResponse>(responses: readonly R[]): R[] {
  return [...responses].sort((a, b) => {
    const [one, other] = [placeOf(a), placeOf(b)];
    return one < other ? -1 : Number(one > other);
  });
}

const SETTLED: readonly ResponseState[] = ["submitted", "replied", "lapsed", "withdrawn"];

function placeOf({ state, isPrivate, deadlines, title, id }: HomeResponse): string {
  const settled = SETTLED.includes(state) ? "2" : "1";
  const date = nextDeadline(deadlines)?.date ?? "9999-12-31";
  return [settled, isPrivate ? "2" : "1", date, title, id].join("\u0000");
}

/** The one to carry on with: what has been begun comes before what has not, each in the order of home. */
export function carryOnWith<R extends HomeResponse>(responses: readonly R[]): R | null {
  const open = inHomeOrder(responses).filter((response) => response.mayAnswer);
  const begun = open.filter((response) => response.state === "in-progress");
  return begun.find(hasMore) ?? open.find(hasMore) ?? open[0] ?? null;
}

function hasMore({ left }: HomeResponse): boolean {
  return !left.ready;
}

/** "Carry on: 11 left, about 20 minutes", and what comes when nothing is left. */
export function carryOnWords({ state, left }: Pick<HomeResponse, "state" | "left">): string {
  if (left.ready) return "All done: check the answers and mark them ready";
  const verb = state === "not-started" ? "Start" : "Carry on";
  const count = left.statements.length + left.sections.length + left.fields.length;
  return `${verb}: ${leftWords(left, count)}, about ${minutesWords(left.minutes)}`;
}

/** Statements are counted while there are any; then what else is left, in its own words. */
function leftWords({ statements, sections }: WhatIsLeft, count: number): string {
  if (statements.length > 0) return `${statements.length} left`;
  if (sections.length === count) return `${counted(count, "section")} to sum up`;
  return `${counted(count, "thing")} left`;
}

function minutesWords(minutes: number): string {
  return counted(Math.max(1, minutes), "minute");
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}
