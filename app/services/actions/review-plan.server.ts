import { isInReview, reviewMinutes } from "~/domain/action/check-in";
import { isReviewDue, nextReview, reviewOn } from "~/domain/action/review-term";
import { termText } from "~/domain/action/term-text";
import type { Calendar } from "~/domain/calendar/calendar";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { App } from "~/platform/app.server";
import { listCheckIns, type CheckInRow } from "~db/queries/action-check-ins";
import { listActions } from "~db/queries/actions";
import type { Reader } from "~db/types";
import { schoolCalendar } from "../answering/school-calendar.server";
import { checkInView } from "./action-view";
import { carriedOnIds } from "./plan-reading.server";
import type { PlanReviewView, ReviewedAction } from "./review-views";
import { schoolOfPlan } from "./school-of-plan.server";

/** The review of the plan at the end of Term 2, 4 or 6, for those who may change the plan. */
export async function viewPlanReview(
  app: App,
  actor: Actor,
  { urn }: { urn: string },
): Promise<PlanReviewView> {
  const { school, facts } = await schoolOfPlan(app, actor, { urn, action: "action.edit" });
  const calendar = await schoolCalendar(app, school.id);
  const open = reviewOn(calendar, facts.today);
  const next = nextReview(calendar, facts.today);
  const term = open === null ? null : termText(open);
  const actions = term === null ? [] : await reviewedActions(app.db.read, school.id, term);
  const left = actions.filter(({ given }) => given === null).length;
  return {
    school: { urn: school.urn, name: school.name },
    review:
      open === null
        ? null
        : {
            term: termText(open),
            dueFrom: open.dueFrom,
            endsOn: open.endsOn,
            closesOn: open.closesOn,
            due: isReviewDue(open, facts.today),
          },
    next: next === null ? null : { term: termText(next), opensOn: next.opensOn },
    actions,
    left,
    minutes: reviewMinutes(left),
  };
}

/** `term`: "2026-27 Term 4". */
export type ReviewWaiting = { term: string; left: number; minutes: number };

type Place = { schoolId: string; today: string; calendar: Calendar };

/** The review that is asked of this person, with what is left of it; null: nothing is. */
export async function reviewWaiting(
  app: App,
  actor: Actor,
  { schoolId, today, calendar }: Place,
): Promise<ReviewWaiting | null> {
  const facts = { schoolId, today, questionnaireKey: null, round: null };
  const open = reviewOn(calendar, today);
  if (open === null || !isReviewDue(open, today)) return null;
  if (!can(actor, "action.edit", facts).allowed) return null;
  const term = termText(open);
  const actions = await reviewedActions(app.db.read, schoolId, term);
  const left = actions.filter(({ given }) => given === null).length;
  return left === 0 ? null : { term, left, minutes: reviewMinutes(left) };
}

/** The actions that stand in the review of a term, what matters most first. */
async function reviewedActions(
  read: Reader,
  schoolId: string,
  term: string,
): Promise<ReviewedAction[]> {
  const rows = await listActions(read, { schoolId });
  const checkIns = await listCheckIns(read, { schoolId });
  const carried = carriedOnIds(rows);
  return rows.flatMap((row): ReviewedAction[] => {
    const { id, title, leadRole, term: due, howWeWillKnow, state } = row;
    const own = checkIns.filter(({ actionId }) => actionId === id);
    const given = givenIn(own, term);
    const carriedOn = carried.has(id);
    if (!isInReview({ state, carriedOn, answered: given !== null })) return [];
    const earlier = own.filter((one) => one.term < term).map(checkInView);
    return [{ id, title, leadRole, term: due, howWeWillKnow, state, given, earlier }];
  });
}

function givenIn(own: readonly CheckInRow[], term: string): ReviewedAction["given"] {
  const found = own.find((one) => one.term === term);
  return found === undefined ? null : checkInView(found);
}
