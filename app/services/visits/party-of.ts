import type { Actor } from "~/domain/policy/actor";
import type { VisitFacts } from "~/domain/policy/facts";
import { isTeam, schoolRoles } from "~/domain/policy/roles";
import type { Party } from "~/domain/visit/next-steps";
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

/** Whether a step waits for this party. */
export function waitsFor(step: Party, party: VisitParty): boolean {
  if (step === "both-reviewers") return party === "lead" || party === "second";
  return step === party;
}
