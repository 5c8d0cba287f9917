import {
  judgeInvitation,
  MOST_WAITING,
  rolesToOffer,
  type InvitationFields,
  type InvitationProblem,
  type Offer,
} from "~/domain/people/invitation";
import { normalEmail } from "~/domain/people/person-fields";
import { ROLE_MEANINGS, roleName } from "~/domain/people/role-names";
import type { Actor, Role } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import {
  questionnaireChoices,
  readTeam,
  schoolOfTeam,
  type SchoolOfTeam,
  type Team,
} from "./school-of-team.server";
import { sendInvitation } from "./send-invitation.server";
import type { ChoiceView, InviteToSchoolView } from "./views";

/** The form that invites someone to a school. Throws `not-found` or `forbidden`. */
export async function viewInvite(
  app: App,
  actor: Actor,
  { urn }: { urn: string },
): Promise<InviteToSchoolView> {
  const place = await schoolOfTeam(app, actor, { urn, action: "team.manage" });
  const { school, facts } = place;
  const team = await readTeam(app.db.read, { ...facts, now: app.clock.now() });
  return {
    school: { urn: school.urn, name: school.name },
    roles: rolesFor(actor, { place, team }).map(roleChoice),
    questionnaires: await questionnaireChoices(app, facts.coveredBy),
  };
}

/**
 * Invites someone to a school's team by mail. Problems stand at their fields; a role the actor may not give is one of
 * them. Throws `not-found` or `forbidden`.
 */
export async function inviteToSchool(
  app: App,
  actor: Actor,
  { urn, fields }: { urn: string; fields: InvitationFields },
): Promise<Result<{ name: string }, InvitationProblem[]>> {
  const place = await schoolOfTeam(app, actor, { urn, action: "team.manage" });
  const { school, facts } = place;
  const questionnaires = await questionnaireChoices(app, facts.coveredBy);
  const keys = questionnaires.map(({ value }) => value);
  const done = await app.db.transact(async (tx) => {
    const team = await readTeam(tx, { ...facts, now: app.clock.now() });
    const roles = rolesFor(actor, { place, team });
    const judged = judgeInvitation(fields, { today: facts.today, roles, questionnaires: keys });
    if (!judged.ok) return judged;
    const offer = judged.value;
    const taken = takenProblems(offer, team);
    if (taken.length > 0) return refused(taken);
    await sendInvitation(tx, app, {
      offer,
      to: { place: { schoolId: school.id }, placeName: school.name },
      by: actor,
    });
    return ok({ name: offer.name });
  });
  if (done.ok) app.wakeWorker();
  return done;
}

type Deciding = { place: SchoolOfTeam; team: Team };

function rolesFor(actor: Actor, { place, team }: Deciding): readonly Role[] {
  const { facts } = place;
  return rolesToOffer({
    manage: can(actor, "team.manage", facts).allowed,
    inviteHead: can(actor, "team.invite-head", { ...facts, hasHead: team.hasHead }).allowed,
  });
}

/** A role as it is offered in a form. */
export function roleChoice(role: Role): ChoiceView {
  const name = roleName({ role });
  const label = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return { value: role, label, hint: ROLE_MEANINGS[role] };
}

/** Why this person is not asked: they hold the role, they are asked already, or too many wait. */
export function takenProblems(
  { emailNormal, role }: Pick<Offer, "emailNormal" | "role">,
  { grants, invitations }: Pick<Team, "grants" | "invitations">,
): InvitationProblem[] {
  const holds = grants.some((one) => one.role === role && normalEmail(one.email) === emailNormal);
  if (holds) return [{ field: "email", message: "This person has this role already" }];
  const isAsked = invitations.some((one) => one.role === role && one.emailNormal === emailNormal);
  if (isAsked) {
    const message = "This person has been asked already. Send that invitation again instead";
    return [{ field: "email", message }];
  }
  if (invitations.length < MOST_WAITING) return [];
  const message = `${MOST_WAITING} invitations wait for an answer. Withdraw some first`;
  return [{ field: "email", message }];
}
