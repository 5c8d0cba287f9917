import { termsToChoose as chooseTerms } from "~/domain/calendar/terms-to-choose";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { App } from "~/platform/app.server";
import { listActions as readActions } from "~db/queries/actions";
import { schoolCalendar } from "../answering/school-calendar.server";
import { actionSources } from "./action-sources.server";
import { actionView } from "./action-view";
import { schoolOfPlan, type PlanPlace } from "./school-of-plan.server";
import type { ActionListView } from "./views";

/** A school's action plan. Governors read it; the team may change it. */
export async function listActions(
  app: App,
  actor: Actor,
  { urn }: { urn: string },
): Promise<ActionListView> {
  const place = await schoolOfPlan(app, actor, { urn, action: "action.view" });
  const { school, facts } = place;
  const rows = await readActions(app.db.read, { schoolId: school.id });
  const sources = await actionSources(app, actor, place);
  return {
    school: { urn: school.urn, name: school.name },
    actions: rows.map((row) => actionView(row, sources)),
    terms: await termsToChoose(app, place),
    mayEdit: can(actor, "action.edit", facts).allowed,
  };
}

/** Terms an action can be due in, as they are stored with it: "2026-27 Term 4". */
export async function termsToChoose(app: App, { school, facts }: PlanPlace): Promise<string[]> {
  const calendar = await schoolCalendar(app, school.id);
  return chooseTerms(calendar, facts.today).map(({ year, term }) => `${year} Term ${term}`);
}
