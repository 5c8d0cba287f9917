import { invitationState } from "~/domain/people/single-use-token";
import { MOST_SENDS } from "~/domain/people/invitation";
import { roleName } from "~/domain/people/role-names";
import type { OrganisationKind } from "~/domain/organisation/organisation";
import type { Actor } from "~/domain/policy/actor";
import type { PlaceGrant } from "~db/queries/grants";
import type { OpenInvitation } from "~db/queries/invitations";
import type { ChoiceView, PersonOfPlaceView, RoleView, WaitingInvitationView } from "./views";

type Shown = {
  actor: Actor;
  today: string;
  questionnaires: readonly ChoiceView[];
  kind?: OrganisationKind;
  /** Whether the reader may change this role. */
  mayChange: (grant: PlaceGrant) => boolean;
  /** Whether the reader sees addresses. */
  withEmail: boolean;
  /** Whom the reader may help back in; nobody where the page offers no such thing. */
  helped?: ReadonlySet<string>;
};

/** Everyone with a role at a place, each once with all of their roles. */
export function personViews(grants: readonly PlaceGrant[], shown: Shown): PersonOfPlaceView[] {
  const ids = [...new Set(grants.map(({ userId }) => userId))];
  return ids.flatMap((userId) => {
    const held = grants.filter((grant) => grant.userId === userId);
    const [first] = held;
    if (first === undefined) return [];
    return [
      {
        userId,
        name: first.name,
        email: shown.withEmail ? first.email : null,
        isYou: userId === shown.actor.userId,
        roles: held.map((grant) => roleView(grant, shown)),
        mayRemove: held.every(shown.mayChange),
        mayHelp: shown.helped?.has(userId) ?? false,
      },
    ];
  });
}

export function roleView(
  grant: PlaceGrant,
  shown: Omit<Shown, "actor" | "withEmail" | "helped">,
): RoleView {
  const { grantId, role, signingTitle, from, to, questionnaireKey: key } = grant;
  const title = shown.questionnaires.find(({ value }) => value === key)?.label ?? key;
  const { kind } = shown;
  return {
    grantId,
    role,
    words: roleName({ role, signingTitle, ...(kind === undefined ? {} : { kind }) }),
    from,
    to,
    coming: shown.today < from,
    questionnaire: title,
    mayChange: shown.mayChange(grant),
  };
}

type Waiting = OpenInvitation & { schoolName?: string | undefined };

/** An invitation nobody has accepted. */
export function invitationView(
  one: Waiting,
  { now, kind }: { now: Date; kind?: OrganisationKind },
): WaitingInvitationView {
  const { id, version, name, email, role, signingTitle, sentAt, expiresAt, inviterName } = one;
  const standing = { expiresAt, acceptedAt: null, withdrawnAt: null };
  return {
    id,
    version,
    name,
    email,
    words: roleName({ role, signingTitle, ...(kind === undefined ? {} : { kind }) }),
    placeName: one.schoolName ?? null,
    sentAt,
    expiresAt,
    expired: invitationState(standing, now) === "expired",
    byName: inviterName,
    maySendAgain: one.sends < MOST_SENDS,
  };
}
