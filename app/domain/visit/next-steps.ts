import type { Calendar } from "~/domain/calendar/calendar";
import type { Day } from "~/domain/calendar/day";
import { answerBy, clocksOf, dayAgreedBy } from "./clocks";
import { nextSignature } from "./lifecycle";
import type { RecordSignature, ReviewerPart, VisitState } from "./states";

/** Who a step waits for. */
export type Party = "host" | ReviewerPart | "both-reviewers";

export type StepName =
  | "accept"
  | "agree-day"
  | "agree-plan"
  | "visit"
  | "draft"
  | "send-to-school"
  | "answer-record"
  | "sign"
  | "follow-up";

/** What is next, for whom and by when. `late` from the day after `by`. */
export type NextStep = { party: Party; step: StepName; by: Day | null; late: boolean };

export type VisitStanding = {
  state: VisitState;
  /** When each who has not answered was asked, as a day. */
  waitingFor: readonly { party: "host" | ReviewerPart; askedOn: Day }[];
  acceptedOn: Day | null;
  visitOn: Day | null;
  signatures: readonly RecordSignature[];
  followedUp: boolean;
};

type Clock = { calendar: Calendar; today: Day };
type Step = Omit<NextStep, "late">;

/** Every party sees what is next, by when, and who is late; never anything about what was seen. */
export function nextSteps(visit: VisitStanding, { calendar, today }: Clock): NextStep[] {
  return stepsOf(visit, calendar).map((step) => ({
    ...step,
    late: step.by !== null && step.by < today,
  }));
}

const SIGNERS = {
  "second-reviewer": "second",
  "lead-reviewer": "lead",
  head: "host",
} as const satisfies Record<RecordSignature, Party>;

function stepsOf(visit: VisitStanding, calendar: Calendar): Step[] {
  const clocks = visit.visitOn === null ? null : clocksOf(calendar, visit.visitOn);
  switch (visit.state) {
    case "proposed":
      return visit.waitingFor.map(({ party, askedOn }) => ({
        party,
        step: "accept",
        by: answerBy(calendar, askedOn),
      }));
    case "accepted":
      return [agreeDay(visit, calendar)];
    case "dated":
      return [{ party: "host", step: "agree-plan", by: clocks?.focusBy ?? null }];
    case "planned":
      return [{ party: "both-reviewers", step: "visit", by: visit.visitOn }];
    case "visited":
      return [{ party: "both-reviewers", step: "draft", by: clocks?.draftBy ?? null }];
    case "drafted":
      return [{ party: "lead", step: "send-to-school", by: clocks?.draftBy ?? null }];
    case "with-school":
      return [{ party: "host", step: "answer-record", by: clocks?.agreedBy ?? null }];
    case "agreed":
      return signatureDue(visit, clocks?.agreedBy ?? null);
    case "closed":
    case "closed-with-both-views":
      return visit.followedUp
        ? []
        : [{ party: "host", step: "follow-up", by: clocks?.followUpBy ?? null }];
    case "cancelled":
      return [];
  }
}

function agreeDay({ acceptedOn }: VisitStanding, calendar: Calendar): Step {
  const by = acceptedOn === null ? null : dayAgreedBy(calendar, acceptedOn);
  return { party: "host", step: "agree-day", by };
}

function signatureDue({ signatures }: VisitStanding, by: Day | null): Step[] {
  const due = nextSignature(signatures);
  return due === null ? [] : [{ party: SIGNERS[due], step: "sign", by }];
}
