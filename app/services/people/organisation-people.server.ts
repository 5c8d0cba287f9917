import {
  invitesHeads,
  judgeInvitation,
  rolesOfOrganisation,
  type InvitationFields,
  type InvitationProblem,
} from "~/domain/people/invitation";
import { roleName, ROLE_MEANINGS } from "~/domain/people/role-names";
import type { Actor, Role } from "~/domain/policy/actor";
import { ok, refused, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { whoMayBeHelped } from "~/services/account/reset-second-factor.server";
import { listPlaceGrants, type PlaceGrant } from "~db/queries/grants";
import { listInvitedHeads, listOpenInvitations } from "~db/queries/invitations";
import type { OrganisationFacts } from "~db/queries/organisations";
import { findSchoolByUrn, listOrganisationsCovering } from "~db/queries/schools";
import type { Reader } from "~db/types";
import {
  loadOrganisation,
  type LoadedOrganisation,
  type OrganisationView,
} from "../returns/load-organisation.server";
import { changeInvitation, type ChangeInvitation } from "./change-invitation.server";
import { changeRoleAt, roleFormView, type RoleFields } from "./change-role.server";
import { endRoles } from "./end-roles.server";
import { takenProblems } from "./invite-to-school.server";
import { invitationView, personViews } from "./person-views";
import { questionnaireChoices } from "./school-of-team.server";
import { sendInvitation, type InvitedTo } from "./send-invitation.server";
import type {
  ChangeRoleView,
  ChoiceView,
  InviteView,
  PersonOfPlaceView,
  RoleProblem,
  WaitingInvitationView,
} from "./views";

export type OrganisationPeopleView = {
  organisation: OrganisationView;
  people: PersonOfPlaceView[];
  invitations: WaitingInvitationView[];
};

const action = "organisation.manage-people";

/** Who works for an organisation, and whom its people have asked. Throws `not-found` or `forbidden`. */
export async function viewPeople(
  app: App,
  actor: Actor,
  key: string,
): Promise<OrganisationPeopleView> {
  const { organisation, view, today } = await loadOrganisation(app, actor, { key, action });
  const { id: organisationId, kind } = organisation;
  const now = app.clock.now();
  const grants = await listPlaceGrants(app.db.read, { organisationId, today });
  const questionnaires = await questionnaireChoices(app, [organisationId]);
  const asked = await openInvitations(app.db.read, organisationId);
  const helped = await whoMayBeHelped(app, actor, grants);
  const may = { withEmail: true, mayChange: () => true, helped };
  const shown = { actor, today, questionnaires, kind, ...may };
  return {
    organisation: view,
    people: personViews(grants, shown),
    invitations: asked.map((one) => invitationView(one, { now, kind })),
  };
}

async function openInvitations(read: Reader, organisationId: string) {
  const own = await listOpenInvitations(read, { organisationId });
  const heads = await listInvitedHeads(read, { organisationId });
  return [...own.map((one) => ({ ...one, schoolName: undefined })), ...heads];
}

export type InviteToOrganisationView = InviteView & { organisation: OrganisationView };

/** The form that invites someone to an organisation, or a head to a school it covers. */
export async function viewInviteToOrganisation(
  app: App,
  actor: Actor,
  key: string,
): Promise<InviteToOrganisationView> {
  const { organisation, view } = await loadOrganisation(app, actor, { key, action });
  const { kind } = organisation;
  const roles = rolesOf(organisation).map((role) => choice(role, kind));
  const questionnaires = await questionnaireChoices(app, [organisation.id]);
  return { organisation: view, roles, questionnaires };
}

/** Roles a manager of this organisation may give. */
function rolesOf({ kind }: Pick<OrganisationFacts, "kind">): Role[] {
  return [...(invitesHeads(kind) ? (["head"] as const) : []), ...rolesOfOrganisation(kind)];
}

function choice(role: Role, kind: OrganisationFacts["kind"]): ChoiceView {
  const name = roleName({ role, kind });
  const label = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return { value: role, label, hint: ROLE_MEANINGS[role] };
}

export type OrganisationFields = InvitationFields & { urn: string };
export type OrganisationProblem = InvitationProblem | { field: "urn"; message: string };

/** Invites someone by mail. A school the organisation does not cover is answered as one there is not. */
export async function inviteToOrganisation(
  app: App,
  actor: Actor,
  { key, fields }: { key: string; fields: OrganisationFields },
): Promise<Result<{ name: string }, OrganisationProblem[]>> {
  const { organisation, today } = await loadOrganisation(app, actor, { key, action });
  const choices = await questionnaireChoices(app, [organisation.id]);
  const questionnaires = choices.map(({ value }) => value);
  const judged = judgeInvitation(fields, { today, roles: rolesOf(organisation), questionnaires });
  const to = await invitedTo(app, organisation, fields);
  if (!judged.ok || to === null) {
    const message = "Enter the URN of a school you cover, six figures";
    return refused([
      ...(judged.ok ? [] : judged.problem),
      ...(to === null ? [{ field: "urn" as const, message }] : []),
    ]);
  }
  const offer = judged.value;
  const done = await app.db.transact(async (tx) => {
    const grants = await listPlaceGrants(tx, { today, ...to.place });
    const invitations = await listOpenInvitations(tx, to.place);
    const taken = takenProblems(offer, { grants, invitations });
    if (taken.length > 0) return refused(taken);
    await sendInvitation(tx, app, { offer, to, by: actor });
    return ok({ name: offer.name });
  });
  if (done.ok) app.wakeWorker();
  return done;
}

/** The organisation, or for a head the school; null where that is none it covers. */
async function invitedTo(
  app: App,
  { id, name, kind }: OrganisationFacts,
  { role, urn }: OrganisationFields,
): Promise<InvitedTo | null> {
  if (role !== "head") return { place: { organisationId: id }, placeName: name, kind };
  const school = await findSchoolByUrn(app.db.read, urn.trim());
  if (school === undefined) return null;
  const covering = await listOrganisationsCovering(app.db.read, { schoolId: school.id });
  if (!covering.includes(id)) return null;
  return { place: { schoolId: school.id }, placeName: school.name };
}

/** Sends an invitation again or takes it back. Throws `conflict` when it is none of this organisation's any more. */
export async function changeOrganisationInvitation(
  app: App,
  actor: Actor,
  { key, invitationId, change }: ChangeInvitation & { key: string },
): Promise<void> {
  const { organisation } = await loadOrganisation(app, actor, { key, action });
  const open = await openInvitations(app.db.read, organisation.id);
  const found = open.find(({ id }) => id === invitationId);
  if (found === undefined) throw new AppError("conflict");
  const { schoolId } = found;
  const { id: organisationId, name, kind } = organisation;
  const to: InvitedTo =
    schoolId === null
      ? { place: { organisationId }, placeName: name, kind }
      : { place: { schoolId }, placeName: found.schoolName ?? "" };
  await changeInvitation(app, actor, { found, to, change });
}

type RoleAt = { key: string; grantId: string };
export type OrganisationRoleView = ChangeRoleView & { organisation: OrganisationView };

/** A role in an organisation with the form that changes or ends it. */
export async function viewOrganisationRole(
  app: App,
  actor: Actor,
  at: RoleAt,
): Promise<OrganisationRoleView> {
  const { organisation, view, today, grant } = await loadRole(app, actor, at);
  const questionnaires = await questionnaireChoices(app, [organisation.id]);
  return { organisation: view, ...roleFormView(grant, { actor, today, questionnaires }) };
}

/** Changes how long a role lasts. Throws `conflict` when it moved meanwhile. */
export async function changeOrganisationRole(
  app: App,
  actor: Actor,
  { key, grantId, ...fields }: RoleAt & RoleFields,
): Promise<Result<{ name: string }, RoleProblem[]>> {
  const { organisation, today, grant } = await loadRole(app, actor, { key, grantId });
  const place = { organisationId: organisation.id };
  return changeRoleAt(app, actor, { place, keeper: "manager", today, grant, fields });
}

/** Ends a role at once, with its holder's sessions. The last manager cannot go. */
export async function endOrganisationRole(
  app: App,
  actor: Actor,
  at: RoleAt,
): Promise<Result<{ name: string }, "last-keeper">> {
  const { organisation, today, grant } = await loadRole(app, actor, at);
  const place = { organisationId: organisation.id };
  return app.db.transact(async (tx) => {
    const held = await listPlaceGrants(tx, { today, ...place });
    const ending = held.filter(({ grantId }) => grantId === grant.grantId);
    if (ending.length === 0) throw new AppError("conflict");
    const roles = { place, keeper: "manager", today, held, ending } as const;
    const ended = await endRoles(tx, app, { actor, ...roles });
    return ended.ok ? ok({ name: grant.name }) : ended;
  });
}

async function loadRole(
  app: App,
  actor: Actor,
  { key, grantId }: RoleAt,
): Promise<LoadedOrganisation & { grant: PlaceGrant }> {
  const loaded = await loadOrganisation(app, actor, { key, action });
  const { organisation, today } = loaded;
  const grants = await listPlaceGrants(app.db.read, { organisationId: organisation.id, today });
  const grant = grants.find((one) => one.grantId === grantId);
  if (grant === undefined) throw new AppError("not-found");
  return { ...loaded, grant };
}
