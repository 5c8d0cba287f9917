import { termText } from "~/domain/action/term-text";
import { termsToChoose as chooseTerms } from "~/domain/calendar/terms-to-choose";
import type { App } from "~/platform/app.server";
import { schoolCalendar } from "../answering/school-calendar.server";
import type { PlanPlace } from "./school-of-plan.server";

/** Terms an action can be due in, as they are stored with it: "2026-27 Term 4". */
export async function termsToChoose(app: App, { school, facts }: PlanPlace): Promise<string[]> {
  const calendar = await schoolCalendar(app, school.id);
  return chooseTerms(calendar, facts.today).map(termText);
}
