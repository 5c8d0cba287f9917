import type { InvitationProblem } from "~/domain/people/invitation";
import type { DateProblem } from "~/domain/people/role-dates";
import type { Role } from "~/domain/policy/actor";

export type SchoolOfTeamView = { urn: string; name: string };

/** One role as it is shown. `words` is the signing title, or the role's own name. */
export type RoleView = {
  grantId: string;
  role: Role;
  words: string;
  from: string;
  to: string | null;
  /** It begins later. */
  coming: boolean;
  /** Title of the one questionnaire it covers; null: all. */
  questionnaire: string | null;
  mayChange: boolean;
};

/** Somebody with a role at a place. `email` is null for readers who do not manage. */
export type PersonOfPlaceView = {
  userId: string;
  name: string;
  email: string | null;
  isYou: boolean;
  roles: RoleView[];
  mayRemove: boolean;
  /** They have an authenticator app, and the reader may take it away when it is lost. */
  mayHelp: boolean;
};

export type WaitingInvitationView = {
  id: string;
  version: number;
  name: string;
  email: string;
  words: string;
  /** The school of a head that an organisation invites; null: the page's own place. */
  placeName: string | null;
  sentAt: Date;
  expiresAt: Date;
  expired: boolean;
  byName: string | null;
  maySendAgain: boolean;
};

/** `viewTeam(app, actor, { urn })`. Invitations are for those who manage. */
export type TeamView = {
  school: SchoolOfTeamView;
  people: PersonOfPlaceView[];
  invitations: WaitingInvitationView[];
  mayManage: boolean;
  /** Whether the headteacher is there, to come, or invited. */
  hasHead: boolean;
  mayInviteHead: boolean;
  mayViewFirstDay: boolean;
  /** Says how long the school keeps its own self-reviews. */
  mayChooseRetention: boolean;
};

export type ChoiceView = { value: string; label: string; hint?: string };

/** What an invitation's form offers. */
export type InviteView = { roles: ChoiceView[]; questionnaires: ChoiceView[] };
export type InviteToSchoolView = InviteView & { school: SchoolOfTeamView };

export type RoleProblem = DateProblem | InvitationProblem;

/** One role with the form that changes it. */
export type ChangeRoleView = {
  person: { userId: string; name: string; isYou: boolean };
  role: RoleView;
  /** As it stands, to tell whether someone else changed it first. */
  stands: string;
};
