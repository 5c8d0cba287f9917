import { readSigningTitle } from "~/domain/people/invitation";
import { leavesSomeoneInCharge, type Keeper } from "~/domain/people/leaving";
import { changeRoleDates } from "~/domain/people/role-dates";
import type { Actor } from "~/domain/policy/actor";
import { ok, refused, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { insertAudit } from "~db/queries/audit";
import { changeGrant, listPlaceGrants, type Place, type PlaceGrant } from "~db/queries/grants";
import { roleView } from "./person-views";
import { questionnaireChoices, schoolOfTeam } from "./school-of-team.server";
import { mayChangeRole } from "./view-team.server";
import type { ChangeRoleView, RoleProblem, SchoolOfTeamView } from "./views";

export type RoleFields = { from: string; to: string; signingTitle: string; stands: string };
type Where = { urn: string; grantId: string };

/** A role at a school with the form that changes its dates. Throws `not-found` or `forbidden`. */
export async function viewRole(
  app: App,
  actor: Actor,
  where: Where,
): Promise<ChangeRoleView & { school: SchoolOfTeamView }> {
  const { school, facts, grant } = await loadRole(app, actor, where);
  const questionnaires = await questionnaireChoices(app, facts.coveredBy);
  const view = roleFormView(grant, { actor, today: facts.today, questionnaires });
  return { school: { urn: school.urn, name: school.name }, ...view };
}

/** The form of one role, at a school or an organisation. */
export function roleFormView(
  grant: PlaceGrant,
  shown: { actor: Actor; today: string; questionnaires: { value: string; label: string }[] },
): ChangeRoleView {
  const { userId, name } = grant;
  return {
    person: { userId, name, isYou: userId === shown.actor.userId },
    role: roleView(grant, { ...shown, mayChange: () => true }),
    stands: standing(grant),
  };
}

/** Changes how long a role at a school lasts and how its holder signs. Throws `conflict` when it moved meanwhile. */
export async function changeRole(
  app: App,
  actor: Actor,
  { urn, grantId, ...fields }: Where & RoleFields,
): Promise<Result<{ name: string }, RoleProblem[]>> {
  const { school, facts, grant } = await loadRole(app, actor, { urn, grantId });
  const place = { schoolId: school.id };
  return changeRoleAt(app, actor, { place, keeper: "head", today: facts.today, grant, fields });
}

async function loadRole(app: App, actor: Actor, { urn, grantId }: Where) {
  const { school, facts } = await schoolOfTeam(app, actor, { urn, action: "team.manage" });
  const grants = await listPlaceGrants(app.db.read, facts);
  const grant = grants.find((one) => one.grantId === grantId);
  if (grant === undefined) throw new AppError("not-found");
  if (!mayChangeRole(actor, { grant, facts })) {
    throw new AppError("forbidden", { reason: "needs-head" });
  }
  return { school, facts, grant };
}

type ChangeAt = {
  place: Place;
  keeper: Keeper;
  today: string;
  grant: PlaceGrant;
  fields: RoleFields;
};

/** The same once it is known that the actor may, at a school or an organisation. */
export async function changeRoleAt(
  app: App,
  actor: Actor,
  { place, keeper, today, grant, fields }: ChangeAt,
): Promise<Result<{ name: string }, RoleProblem[]>> {
  if (fields.stands !== standing(grant)) throw new AppError("conflict");
  const isOwn = grant.userId === actor.userId;
  const dates = changeRoleDates({ held: grant, typed: fields, today, isOwn });
  const title = readSigningTitle(fields.signingTitle);
  if (!dates.ok || !title.ok) {
    return refused([...(dates.ok ? [] : dates.problem), ...(title.ok ? [] : title.problem)]);
  }
  const { from, to } = dates.value;
  return app.db.transact(async (tx) => {
    const held = await listPlaceGrants(tx, { today, ...place });
    const isShorter = to !== null && (grant.to === null || to < grant.to);
    const ending = isShorter ? [grant.grantId] : [];
    if (isShorter && !leavesSomeoneInCharge({ keeper, held, ending, lastDay: to })) {
      return refused([{ field: "to" as const, message: LAST_WORDS[keeper] }]);
    }
    const set = { from, to, signingTitle: title.value };
    const { grantId } = grant;
    if (!(await changeGrant(tx, { grantId, was: grant, set, ...place }))) {
      throw new AppError("conflict");
    }
    await insertAudit(tx, {
      id: app.newId(),
      at: app.clock.now(),
      actorId: actor.userId,
      event: "grant.changed",
      ...place,
      subjectKind: "person",
      subjectId: grant.userId,
      data: { role: grant.role, from, to, fromBefore: grant.from, toBefore: grant.to },
    });
    return ok({ name: grant.name });
  });
}

/** Said where nobody would be left in charge. */
export const LAST_WORDS: Record<Keeper, string> = {
  head: "Invite the next headteacher first: a school cannot be without one",
  manager: "Invite the next manager first: an organisation cannot be without one",
};

/** What of a role a form was made from. */
const standing = ({ from, to, signingTitle }: PlaceGrant): string =>
  [from, to ?? "", signingTitle ?? ""].join("|");
