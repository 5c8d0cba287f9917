import type { NextStep, Party, StepName } from "./next-steps";
import type { VisitState } from "./states";

/** How a visit's state is shown. */
export const VISIT_STATE_WORDS: Record<VisitState, string> = {
  proposed: "Proposed",
  accepted: "Accepted, no day yet",
  dated: "Day agreed",
  planned: "Planned",
  visited: "Visited",
  drafted: "Record being written",
  "with-school": "Record with the school",
  agreed: "Record agreed",
  closed: "Closed",
  "closed-with-both-views": "Closed with both views",
  cancelled: "Cancelled",
};

/** Names of the parties, for sentences: "Marsh Lane Primary School", "Ruth Adeyemi". */
export type PartyNames = { school: string; lead: string | null; second: string | null };

const DOES: Record<StepName, string> = {
  accept: "to say yes or no",
  "agree-day": "to agree a day",
  "agree-plan": "to choose what the visit looks at",
  visit: "to make the visit",
  draft: "to agree the points and draft the record",
  "send-to-school": "to send the record to the school",
  "answer-record": "to answer the record",
  sign: "to sign the record",
  "follow-up": "to say what came of the visit",
};

/** Who a step waits for: "Ruth Adeyemi", "Both reviewers". */
export function partyName(party: Party, names: PartyNames): string {
  switch (party) {
    case "host":
      return names.school;
    case "lead":
      return names.lead ?? "The lead reviewer";
    case "second":
      return names.second ?? "The second reviewer";
    case "both-reviewers":
      return "Both reviewers";
  }
}

/** What is next, as a sentence without its date: "Ruth Adeyemi to say yes or no". */
export function nextStepWords({ party, step }: NextStep, names: PartyNames): string {
  return `${partyName(party, names)} ${DOES[step]}`;
}

/** The same to the one it waits for: "Say yes or no". */
export function yourStepWords({ step }: Pick<NextStep, "step">): string {
  const words = doing(step);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The same among other things that wait for somebody: "Peer moderation: say yes or no". */
export const waitingStepWords = ({ step }: Pick<NextStep, "step">): string =>
  `Peer moderation: ${doing(step)}`;

const doing = (step: StepName): string => DOES[step].replace(/^to /, "");
