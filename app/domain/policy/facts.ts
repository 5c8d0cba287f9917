import type { ResponseState } from "~/domain/response/states";
import type { SubmissionState } from "~/domain/submission/states";
import type { OwnershipRule, ReviewerPart, VisitState } from "~/domain/visit/states";

/** What a decision needs to know about its object. `today` is YYYY-MM-DD in Europe/London. */
type Dated = { today: string };

export type SchoolFacts = Dated & {
  schoolId: string;
  /** Organisations that cover the school; they know that it exists. */
  coveredBy: readonly string[];
};

/** `hasHead`: a headteacher is there or to come, or has been invited and may still accept. */
export type TeamFacts = SchoolFacts & { hasHead: boolean };

export type RoundFacts = {
  organisationId: string;
  /** Organisations the round says may read what it collects. */
  sharedWith: readonly string[];
  open: boolean;
};

/** `round` null: private to the school, that it exists too. */
export type ResponseFacts = Dated & {
  schoolId: string;
  questionnaireKey: string;
  state: ResponseState;
  round: RoundFacts | null;
  /** The day its round opens; left out where it has opened, or where there is no round. */
  opensOn?: string;
  /** Whether an officer has opened the copy signed last. */
  openedByOfficer: boolean;
  /** Who signed the copy that awaits the governor; null when none does. */
  signedBy: string | null;
};

/** A self-review with its signed copies, asked about removing words from all of it. */
export type RemovalFacts = Dated & {
  schoolId: string;
  questionnaireKey: string;
  round: RoundFacts | null;
  /** It has been signed, whatever became of the copy. */
  signed: boolean;
  /** A copy of it is with the round's organisation. */
  readByOfficers: boolean;
};

export type SubmissionFacts = Dated & {
  schoolId: string;
  questionnaireKey: string;
  responseState: ResponseState;
  round: RoundFacts | null;
  state: SubmissionState;
  withdrawn: boolean;
  /** Schools that took the signing school over: their people read what it signed. None unless said. */
  heirs?: readonly string[];
};

/** A return with what is written about it. `standing`: a signed copy of it stands. */
export type ReplyFacts = Dated & {
  schoolId: string;
  questionnaireKey: string;
  responseState: ResponseState;
  round: RoundFacts | null;
  standing: boolean;
};

/** A line of the action plan, or the plan itself (`questionnaireKey` and `round` null). */
export type PlanFacts = Dated & {
  schoolId: string;
  questionnaireKey: string | null;
  round: RoundFacts | null;
};

/**
 * A visit. `reviewers` holds those asked and accepted, not those who declined or were replaced; `copyOpensOn` is null
 * until a day is agreed; `viewsGivenBy` are user ids.
 */
export type VisitFacts = Dated & {
  schoolId: string;
  questionnaireKey: string;
  round: RoundFacts;
  state: VisitState;
  reviewers: readonly { userId: string; part: ReviewerPart; standing: "asked" | "accepted" }[];
  copyOpensOn: string | null;
  ownershipRule: OwnershipRule;
  viewsFirst: boolean;
  viewsGivenBy: readonly string[];
  sharedWithGovernors: boolean;
};

/** A rolling round of one questionnaire, asked about as a whole. */
export type SchemeFacts = Dated & { organisationId: string; questionnaireKey: string };

/** A school's status in a rolling round. */
export type ConfirmationFacts = Dated & {
  schoolId: string;
  questionnaireKey: string;
  round: RoundFacts;
};

export type OrganisationFacts = Dated & { organisationId: string };
/** Cover for the districts of one officer. */
export type CoverFacts = OrganisationFacts & { ownerId: string };
/** A call with a school, and who noted it. */
export type CallFacts = OrganisationFacts & { authorId: string | null };
/** A questionnaire and the organisation that owns it. */
export type QuestionnaireFacts = OrganisationFacts & { questionnaireKey: string };

/** A person who asked an organisation in writing what is held about them, or to be erased. */
export type SubjectFacts = Dated & {
  organisationId: string;
  userId: string;
  /** Whether they have or had a role in the organisation or in a school it covers. */
  belongs: boolean;
  /** Whether a role of theirs counts today or will, anywhere. */
  hasRole: boolean;
};

export type PersonFacts = { userId: string };

/** Another person, seen from one place where they have a role: a school or an organisation. */
export type ColleagueFacts = Dated & {
  userId: string;
  place: { schoolId: string; coveredBy: readonly string[] } | { organisationId: string };
  /** Whether they have a role for an organisation anywhere. */
  servesOrganisation: boolean;
};
