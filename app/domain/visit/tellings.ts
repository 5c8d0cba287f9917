import type { Calendar } from "~/domain/calendar/calendar";
import type { Day } from "~/domain/calendar/day";
import { addWorkingDays } from "~/domain/calendar/working-days";
import type { VisitMail } from "~/domain/mail/visit-mails";
import { clocksOf } from "./clocks";
import type { NextStep, Party } from "./next-steps";
import type { VisitState } from "./states";

/** Something the clocks tell: to whom, by when they act, and what it is about, so that it is told once. */
export type Telling = { what: VisitMail; to: Party; by: Day | null; about: string; page: string };

type Standing = {
  state: VisitState;
  visitOn: Day | null;
  steps: readonly NextStep[];
  followedUp: boolean;
};
type Clock = { calendar: Calendar; today: Day };

/** The draft is brought to mind this many working days before it is due. */
const DRAFT_TOLD_BEFORE = 2;

/** What is to be told on a day, whether or not it was told before. */
export function tellingsOf(visit: Standing, clock: Clock): Telling[] {
  return [...ofClocks(visit, clock), ...visit.steps.flatMap(ofLateStep)];
}

const at = (state: VisitState, ...states: VisitState[]) => states.includes(state);

function ofClocks({ state, visitOn, followedUp }: Standing, { calendar, today }: Clock): Telling[] {
  if (visitOn === null) return [];
  const clocks = clocksOf(calendar, visitOn);
  const told: Telling[] = [];
  const tell = (what: VisitMail, one: Omit<Telling, "what" | "about">) =>
    told.push({ what, about: visitOn, ...one });
  const isBefore = at(state, "dated", "planned") && today <= visitOn;
  if (isBefore && clocks.copyOpensOn <= today)
    tell("copy-opens", { to: "both-reviewers", by: null, page: "/self-review" });
  const { draftBy } = clocks;
  const toldOn = addWorkingDays(calendar, draftBy, -DRAFT_TOLD_BEFORE);
  if (at(state, "planned", "visited", "drafted") && toldOn <= today && today <= draftBy)
    tell("draft-due", { to: "both-reviewers", by: draftBy, page: "" });
  const isClosed = at(state, "closed", "closed-with-both-views");
  if (isClosed && !followedUp && clocks.followUpFrom <= today && today <= clocks.followUpBy)
    tell("follow-up-due", { to: "host", by: clocks.followUpBy, page: "/follow-up" });
  return told;
}

/** Who is late is told once for each step and each day it was due. */
function ofLateStep({ party, step, by, late }: NextStep): Telling[] {
  if (!late || by === null) return [];
  return [{ what: "late", to: party, by, about: `${step} ${party} ${by}`, page: "" }];
}
