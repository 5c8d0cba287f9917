import type { VisitAction } from "~/domain/policy/actions";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { VisitFacts } from "~/domain/policy/facts";
import { isTeam, schoolRoles } from "~/domain/policy/roles";
import type { NextStep, StepName } from "~/domain/visit/next-steps";
import type { ReviewerPart } from "~/domain/visit/states";

/** What a person is to a visit, for whose words and pages they get. Rights are the policy's alone. */
export type VisitParty = ReviewerPart | "host" | "governor" | "officer";

export function partyOf(actor: Actor, facts: VisitFacts): VisitParty {
  const mine = facts.reviewers.find(({ userId }) => userId === actor.userId);
  if (mine !== undefined) return mine.part;
  const roles = schoolRoles(actor, facts);
  if (isTeam(roles)) return "host";
  return roles.has("governor") ? "governor" : "officer";
}

/** What the host's people need to be allowed for a step to be theirs: not all of a team may take each. */
const HOST_TAKES: Partial<Record<StepName, VisitAction>> = {
  accept: "visit.accept-as-host",
  "agree-day": "visit.agree-day",
  "agree-plan": "visit.plan",
  "answer-record": "visit.answer-record",
  sign: "visit.sign",
  "follow-up": "visit.follow-up",
};

/** Whether a step waits for this person, and not only for their side. */
export function waitsFor(actor: Actor, facts: VisitFacts): (step: WaitingStep) => boolean {
  const party = partyOf(actor, facts);
  return ({ party: wanted, step }) => {
    if (wanted === "both-reviewers") return party === "lead" || party === "second";
    if (wanted !== party) return false;
    const needed = HOST_TAKES[step];
    return wanted !== "host" || needed === undefined || can(actor, needed, facts).allowed;
  };
}

type WaitingStep = Pick<NextStep, "party" | "step">;
