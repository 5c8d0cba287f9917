import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { SchoolFacts } from "~/domain/policy/facts";
import type { App } from "~/platform/app.server";
import { whoMayBeHelped } from "~/services/account/reset-second-factor.server";
import type { PlaceGrant } from "~db/queries/grants";
import { invitationView, personViews } from "./person-views";
import { questionnaireChoices, readTeam, schoolOfTeam } from "./school-of-team.server";
import type { TeamView } from "./views";

/** Who is on a school's team and in which role; for those who manage it, also who has been asked. */
export async function viewTeam(
  app: App,
  actor: Actor,
  { urn }: { urn: string },
): Promise<TeamView> {
  const { school, facts } = await schoolOfTeam(app, actor, { urn, action: "team.view" });
  const { schoolId, today, coveredBy } = facts;
  const now = app.clock.now();
  const { grants, invitations, hasHead } = await readTeam(app.db.read, { schoolId, today, now });
  const mayManage = can(actor, "team.manage", facts).allowed;
  const questionnaires = await questionnaireChoices(app, coveredBy);
  const mayChange = (grant: PlaceGrant) => mayChangeRole(actor, { grant, facts });
  return {
    school: { urn: school.urn, name: school.name },
    people: personViews(grants, {
      actor,
      today,
      questionnaires,
      mayChange,
      withEmail: mayManage,
      helped: await whoMayBeHelped(app, actor, grants),
    }),
    invitations: mayManage ? invitations.map((one) => invitationView(one, { now })) : [],
    mayManage,
    hasHead,
    mayInviteHead: can(actor, "team.invite-head", { ...facts, hasHead }).allowed,
    mayViewFirstDay: can(actor, "school.view-first-day", facts).allowed,
    mayChooseRetention: can(actor, "school.choose-retention", facts).allowed,
  };
}

/** Whether somebody may change or end this role. A headteacher's is another headteacher's matter. */
export function mayChangeRole(
  actor: Actor,
  { grant, facts }: { grant: Pick<PlaceGrant, "role">; facts: SchoolFacts },
): boolean {
  const action = grant.role === "head" ? "team.change-head" : "team.manage";
  return can(actor, action, facts).allowed;
}
