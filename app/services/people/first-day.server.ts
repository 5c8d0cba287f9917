import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { listActions } from "../actions/list-actions.server";
import { isStillOpen } from "~/domain/action/carry";
import type { ActionView } from "../actions/views";
import { viewSchoolHome } from "../home/school-home.server";
import type { SchoolHomeView, SelfReviewRowView, SignedCopyView } from "../home/views";
import { schoolOfTeam } from "./school-of-team.server";
import { viewTeam } from "./view-team.server";
import type { PersonOfPlaceView, SchoolOfTeamView } from "./views";

/** What somebody finds who takes over: what the school said, what it promised, what is due, and who is there. */
export type FirstDayView = {
  school: SchoolOfTeamView;
  /** Copies that stand, the newest first. */
  said: SignedCopyView[];
  /** Actions not done or dropped. */
  promised: ActionView[];
  /** Self-reviews still to sign, those with the nearest deadline first. */
  due: SelfReviewRowView[];
  waiting: SchoolHomeView["waiting"];
  team: PersonOfPlaceView[];
};

/** Throws `not-found`, or `forbidden` for a governor or a limited role. */
export async function viewFirstDay(
  app: App,
  actor: Actor,
  { urn }: { urn: string },
): Promise<FirstDayView> {
  await schoolOfTeam(app, actor, { urn, action: "school.view-first-day" });
  const home = await viewSchoolHome(app, actor, { urn });
  const plan = await listActions(app, actor, { urn });
  const team = await viewTeam(app, actor, { urn });
  return {
    school: team.school,
    said: home.signedCopies.filter(({ state }) => state === "standing"),
    promised: plan.actions.filter(isStillOpen),
    due: home.selfReviews.filter(isUnsigned).sort(byDeadline),
    waiting: home.waiting,
    team: team.people,
  };
}

const UNSIGNED = ["not-started", "in-progress", "ready-to-sign", "awaiting-governor"];
const isUnsigned = ({ state }: SelfReviewRowView): boolean => UNSIGNED.includes(state);

const deadlineOf = ({ deadlines }: SelfReviewRowView): string => deadlines[0]?.date ?? "9999";
const byDeadline = (a: SelfReviewRowView, b: SelfReviewRowView): number =>
  deadlineOf(a).localeCompare(deadlineOf(b));
