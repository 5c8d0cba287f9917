import { reviewSize, shortTerm } from "~/domain/action/action-words";
import type { StepName } from "~/domain/visit/next-steps";
import { waitingStepWords } from "~/domain/visit/visit-words";

/** One line of the weekly mail for each kind of thing that waits. */
export const DIGEST_WORDS = {
  sign: (title: string) => `Sign ${title}: it is ready`,
  countersign: (title: string, by: string) => `${by} signed ${title}. Your signature is next`,
  declined: (title: string, by: string) => `${by} did not sign ${title}. Read why`,
  dutyChanged: (title: string, key: string) => `${title}: a duty changed, look again at ${key}`,
  section: (title: string, { key, left }: { key: string; left: number }) =>
    left === 0
      ? `${title}, section ${key}: sum it up`
      : `${title}, section ${key}: ${counted(left, "statement")} left`,
  carryOn: (title: string, { total, minutes, due }: CarryOn) => {
    const left = total === 0 ? "nearly done" : `${counted(total, "statement")} left`;
    const by = due === null ? "" : `, due on ${due}`;
    return `${title}: ${left}, about ${counted(minutes, "minute")}${by}`;
  },
  /** `term`: "Term 3, 2026 to 2027". */
  access: (term: string) => `Check who has access for ${term}: one press if all is right`,
  /** "Term 4 review: 5 actions, about 4 minutes". */
  review: (review: { term: string; left: number; minutes: number }) =>
    `${shortTerm(review.term)} review: ${reviewSize(review)}`,
  /** "Peer moderation: choose what the visit looks at, by Thursday 14 January". `due`: that day, in words. */
  visit: (step: StepName, { due, late }: { due: string | null; late: boolean }) =>
    `${waitingStepWords({ step })}${due === null ? "" : `, by ${due}`}${late ? ", late" : ""}`,
  question: ({ by, itemKey, title }: { by: string; itemKey: string | null; title: string }) =>
    `${by} asks about ${itemKey ?? "the whole return"}, ${title}: answer it`,
  toRead: (returns: number, days: number) =>
    `${counted(returns, "signed return")} ${returns === 1 ? "waits" : "wait"} for a reply, the longest for ${counted(days, "working day")}`,
  unopened: (returns: number) =>
    `${counted(returns, "signed return")} ${returns === 1 ? "has" : "have"} not been opened yet`,
  troubles: (things: number) => `${counted(things, "mail")} did not get through`,
} as const;

type CarryOn = { total: number; minutes: number; due: string | null };

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
