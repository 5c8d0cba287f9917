import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { VisitFacts } from "~/domain/policy/facts";
import type { VisitState } from "~/domain/visit/states";
import { partyOf, type VisitParty } from "./party-of";

type VisitPageKey = "today" | "plan" | "self-review" | "notes" | "file" | "combine" | "record";

/** What heads the pages of a visit, for the loader of each: `return { visit: visitHeading(actor, loaded), … }`. */
export type VisitHeadingView = {
  id: string;
  schoolName: string;
  role: string | null;
  pages: VisitPageKey[];
};

type Of = { row: { id: string; schoolName: string; state: VisitState }; facts: VisitFacts };

export function visitHeading(actor: Actor, { row, facts }: Of): VisitHeadingView {
  const { id, schoolName } = row;
  const party = partyOf(actor, facts);
  return { id, schoolName, role: ROLES[party], pages: pagesOf(actor, { party, facts }) };
}

/** The reader's role in the frame; the host's people keep theirs. */
const ROLES: Record<VisitParty, string | null> = {
  lead: "lead reviewer",
  second: "second reviewer",
  host: null,
  governor: null,
  officer: null,
};

const ENDED: readonly VisitState[] = ["closed", "closed-with-both-views", "cancelled"];

function pagesOf(
  actor: Actor,
  { party, facts }: { party: VisitParty; facts: VisitFacts },
): VisitPageKey[] {
  const mine = facts.reviewers.find(({ userId }) => userId === actor.userId);
  const reads =
    can(actor, "visit.read-record", facts).allowed ||
    can(actor, "visit.read-themes", facts).allowed;
  const hasRecord = reads && WITH_RECORD.includes(facts.state);
  const record: VisitPageKey[] = hasRecord ? ["record"] : [];
  if (mine?.standing === "asked") return ["today"];
  if (party === "host" || party === "officer") return ["today", "plan", ...record];
  if (party === "governor") return ["today", ...record];
  if (ENDED.includes(facts.state)) return ["today", "plan", ...record];
  return ["today", "plan", "self-review", "notes", "file", "combine", ...record];
}

const WITH_RECORD: readonly VisitState[] = [
  "drafted",
  "with-school",
  "agreed",
  "closed",
  "closed-with-both-views",
];
