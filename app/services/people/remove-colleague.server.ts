import { TEAM_ROLES, inForce } from "~/domain/policy/roles";
import type { Actor } from "~/domain/policy/actor";
import { ok, refused, type Result } from "~/domain/result";
import { leavesSomeoneInCharge } from "~/domain/people/leaving";
import { endedNow } from "~/domain/people/role-dates";
import { roleName } from "~/domain/people/role-names";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { listAssignmentsOf } from "~db/queries/assignments";
import { listPlaceGrants, type PlaceGrant } from "~db/queries/grants";
import { listOpenInvitations } from "~db/queries/invitations";
import { endRoles, handOverWork } from "./end-roles.server";
import { schoolOfTeam } from "./school-of-team.server";
import { mayChangeRole } from "./view-team.server";
import type { ChoiceView, SchoolOfTeamView } from "./views";

/** What happens when somebody leaves a school, before it does. */
export type RemoveView = {
  school: SchoolOfTeamView;
  person: { userId: string; name: string; isYou: boolean };
  roles: string[];
  /** Sections they were asked to look after. */
  sections: number;
  /** Invitations they sent that nobody has accepted: they are taken back. */
  invitations: number;
  /** Who may take the sections over. */
  colleagues: ChoiceView[];
  /** They are the last headteacher: someone has to follow first. */
  isLastHead: boolean;
};

type Where = { urn: string; userId: string };

/** Throws `not-found` for someone who has no role here, `forbidden` for a head where the actor is none. */
export async function viewRemove(app: App, actor: Actor, where: Where): Promise<RemoveView> {
  const { school, facts, held, leaving } = await loadLeaver(app, actor, where);
  const { schoolId, today } = facts;
  const { userId } = where;
  const asked = await listOpenInvitations(app.db.read, { schoolId });
  const assigned = await listAssignmentsOf(app.db.read, { schoolId, userId });
  const ending = leaving.map(({ grantId }) => grantId);
  const lastDay = endedNow(today);
  return {
    school: { urn: school.urn, name: school.name },
    person: { userId, name: leaving[0]?.name ?? "", isYou: userId === actor.userId },
    roles: leaving.map(roleName),
    sections: assigned.length,
    invitations: asked.filter(({ invitedBy }) => invitedBy === userId).length,
    colleagues: successors(held, { userId, today }),
    isLastHead: !leavesSomeoneInCharge({ keeper: "head", held, ending, lastDay }),
  };
}

export type RemoveProblem = "last-keeper" | "choose-colleague";

/**
 * Removes someone from a school at once: their roles get a last day, their sections go to the colleague chosen, their
 * sessions end. What they wrote and signed keeps their name.
 */
export async function removeColleague(
  app: App,
  actor: Actor,
  { successorId, ...where }: Where & { successorId: string },
): Promise<Result<{ name: string; sections: number }, RemoveProblem>> {
  const { facts } = await loadLeaver(app, actor, where);
  const { schoolId, today } = facts;
  const { userId } = where;
  return app.db.transact(async (tx) => {
    const held = await listPlaceGrants(tx, { schoolId, today });
    const leaving = held.filter((grant) => grant.userId === userId);
    const [first] = leaving;
    if (first === undefined) throw new AppError("conflict");
    if (!leaving.every((grant) => mayChangeRole(actor, { grant, facts }))) {
      throw new AppError("forbidden", { reason: "needs-head" });
    }
    const assigned = await listAssignmentsOf(tx, { schoolId, userId });
    const mayFollow = successors(held, { userId, today });
    const isChosen = mayFollow.some(({ value }) => value === successorId);
    if (assigned.length > 0 && !isChosen) return refused("choose-colleague");
    const place = { schoolId };
    const roles = { place, keeper: "head", today, held, ending: leaving } as const;
    const ended = await endRoles(tx, app, { actor, ...roles });
    if (!ended.ok) return ended;
    const over = { actor, schoolId, fromUserId: userId, toUserId: successorId };
    const sections = isChosen ? await handOverWork(tx, app, over) : 0;
    return ok({ name: first.name, sections });
  });
}

async function loadLeaver(app: App, actor: Actor, { urn, userId }: Where) {
  const { school, facts } = await schoolOfTeam(app, actor, { urn, action: "team.manage" });
  const held = await listPlaceGrants(app.db.read, facts);
  const leaving = held.filter((grant) => grant.userId === userId);
  if (leaving.length === 0) throw new AppError("not-found");
  if (!leaving.every((grant) => mayChangeRole(actor, { grant, facts }))) {
    throw new AppError("forbidden", { reason: "needs-head" });
  }
  return { school, facts, held, leaving };
}

/** Those who answer every questionnaire today, each once, the leaver not among them. */
function successors(
  held: readonly PlaceGrant[],
  { userId, today }: { userId: string; today: string },
): ChoiceView[] {
  const team = held.filter(
    (grant) =>
      grant.userId !== userId &&
      grant.questionnaireKey === null &&
      TEAM_ROLES.some((role) => role === grant.role) &&
      inForce({ ...grant, schoolId: null, organisationId: null }, today),
  );
  return [
    ...new Map(team.map((one) => [one.userId, { value: one.userId, label: one.name }])).values(),
  ];
}
