import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { App } from "~/platform/app.server";
import { schoolCalendar } from "../answering/school-calendar.server";
import { actionView } from "./action-view";
import { carryOffers } from "./carry-actions.server";
import { readPlan } from "./plan-reading.server";
import { termsToChoose } from "./plan-terms.server";
import { reviewWaiting } from "./review-plan.server";
import { schoolOfPlan } from "./school-of-plan.server";
import type { ActionListView } from "./views";

/** A school's action plan. Governors read it; the team may change it. */
export async function listActions(
  app: App,
  actor: Actor,
  { urn }: { urn: string },
): Promise<ActionListView> {
  const place = await schoolOfPlan(app, actor, { urn, action: "action.view" });
  const { school, facts } = place;
  const plan = await readPlan(app, actor, place);
  const calendar = await schoolCalendar(app, school.id);
  const where = { schoolId: school.id, today: facts.today, calendar };
  return {
    school: { urn: school.urn, name: school.name },
    actions: plan.rows.map((row) => actionView(row, plan)),
    terms: await termsToChoose(app, place),
    mayEdit: can(actor, "action.edit", facts).allowed,
    review: await reviewWaiting(app, actor, where),
    offers: await carryOffers(app, actor, place),
  };
}
