import { londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { PlanFacts } from "~/domain/policy/facts";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { findSchoolByUrn, type SchoolFacts } from "~db/queries/schools";
import { stopUnless } from "../answering/stop-unless.server";

export type PlanPlace = { school: SchoolFacts; facts: PlanFacts };

/** The school in the address, once the person may do this with its plan. Throws `not-found` or `forbidden`. */
export async function schoolOfPlan(
  app: App,
  actor: Actor,
  { urn, action }: { urn: string; action: "action.view" | "action.edit" },
): Promise<PlanPlace> {
  const school = await findSchoolByUrn(app.db.read, urn);
  if (school === undefined) throw new AppError("not-found");
  const today = londonDate(app.clock.now());
  const facts = { today, schoolId: school.id, questionnaireKey: null, round: null };
  stopUnless(can(actor, action, facts));
  return { school, facts };
}
