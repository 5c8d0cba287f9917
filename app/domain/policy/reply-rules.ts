import { assertNever } from "~/domain/result";
import type { ReplyAction } from "./actions";
import type { Actor } from "./actor";
import type { ReplyFacts } from "./facts";
import { isOfficerOfRound, isTeam, schoolRoles } from "./roles";
import { ALLOWED, denied, HIDDEN, type Verdict } from "./verdict";

/**
 * Questions and replies (design.md section 3): the team reads and answers, governors read, officers and managers of
 * the round's own organisation ask and reply, those of organisations it is shared with read. Nobody else learns that
 * there are any. How many working days a return waits is for the school's team and the round's own officers.
 */
export function canOnReply(actor: Actor, action: ReplyAction, facts: ReplyFacts): Verdict {
  const roles = schoolRoles(actor, facts);
  const inSchool = isTeam(roles) || (roles.has("governor") && facts.round !== null);
  const reads = isOfficerOfRound(actor, facts);
  if (!inSchool && !reads) return HIDDEN;
  switch (action) {
    case "reply.read":
      return inSchool ? ALLOWED : whileInRound(facts);
    case "reply.see-waiting":
      return isTeam(roles) || isOwnOfficer(actor, facts)
        ? whileInRound(facts)
        : denied("school-team-only");
    case "question.answer":
      return isTeam(roles) ? whileInRound(facts) : denied("school-team-only");
    case "question.ask":
    case "question.close":
      return isOwnOfficer(actor, facts) ? onStandingCopy(facts) : denied("needs-officer");
    case "reply.write":
      return isOwnOfficer(actor, facts) ? whenReplying(facts) : denied("needs-officer");
    default:
      return assertNever(action);
  }
}

/** Of the organisation that runs the round, not of one that it is shared with. */
function isOwnOfficer(actor: Actor, facts: ReplyFacts): boolean {
  const { round } = facts;
  return (
    round !== null && isOfficerOfRound(actor, { ...facts, round: { ...round, sharedWith: [] } })
  );
}

/** A withdrawn school keeps its return as private, so what was written leaves the officers' view with it. */
const whileInRound = ({ responseState }: ReplyFacts): Verdict =>
  responseState === "withdrawn" ? denied("withdrawn") : ALLOWED;

function onStandingCopy(facts: ReplyFacts): Verdict {
  const verdict = whileInRound(facts);
  if (!verdict.allowed) return verdict;
  return facts.standing ? ALLOWED : denied("not-signed");
}

/** One reply to each signed copy: none twice, and none while the school is changing what it signed. */
function whenReplying(facts: ReplyFacts): Verdict {
  const verdict = onStandingCopy(facts);
  if (!verdict.allowed) return verdict;
  if (facts.responseState === "replied") return denied("already-replied");
  return facts.responseState === "submitted" ? ALLOWED : denied("being-amended");
}
