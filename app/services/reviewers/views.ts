import type { Day } from "~/domain/calendar/day";
import type { Phase } from "~/domain/questionnaire/definition";
import type { Accreditation } from "~/domain/reviewer/accreditation";
import type { EntryProblem, TypedEntry } from "~/domain/reviewer/register-entry";
import type { RegisterFilter } from "~/domain/reviewer/filter-register";
import type { ReviewerStanding, VisitState } from "~/domain/visit/states";
import type { OrganisationView } from "~/services/returns/load-organisation.server";

export type ChoiceView = { value: string; label: string };

/** A reviewer in the list. `ended`: the role is over; the entry stays for the visits they made. */
export type RegisterRowView = {
  id: string;
  name: string;
  post: string;
  homeSchoolName: string;
  homeAuthority: string;
  phases: Phase[];
  districts: string[];
  accreditedUntil: Day;
  accreditation: Accreditation;
  offered: number;
  taken: number;
  assuredOn: Day | null;
  interestsDeclared: boolean;
};

export type RegisterView = {
  organisation: OrganisationView;
  today: Day;
  filter: RegisterFilter;
  districts: string[];
  all: number;
  rows: RegisterRowView[];
  ended: { id: string; name: string }[];
  /** Hold the role and stand in no entry. */
  withoutEntry: { userId: string; name: string }[];
};

/** What a form about an entry offers. */
export type EntryFormView = {
  questionnaires: ChoiceView[];
  districts: string[];
};

export type NewReviewerView = EntryFormView & {
  organisation: OrganisationView;
  people: ChoiceView[];
};

export type InterestView = {
  schoolId: string;
  urn: string;
  name: string;
  town: string;
  declaredOn: Day;
};
export type FoundSchool = { urn: string; name: string; town: string; postcode: string };

/** A list of interests with the search for a school to add. `found` null: nothing was looked for. */
export type InterestsView = {
  interests: InterestView[];
  declaredOn: Day | null;
  words: string;
  query: string;
  found: FoundSchool[] | null;
};

export type ReviewerVisitView = {
  visitId: string;
  urn: string;
  roundId: string;
  schoolName: string;
  roundTitle: string;
  state: VisitState;
  standing: ReviewerStanding;
  visitOn: Day | null;
};

export type ReviewerView = EntryFormView & {
  organisation: OrganisationView;
  id: string;
  name: string;
  email: string;
  version: number;
  /** The role counts today. */
  active: boolean;
  typed: TypedEntry;
  accreditation: Accreditation;
  accreditationWords: string;
  offered: number;
  taken: number;
  assured: { on: Day; by: string } | null;
  interests: InterestsView;
  visits: ReviewerVisitView[];
  /** Visits still to come that rest on this person. */
  open: ReviewerVisitView[];
};

/** `conflict`: somebody else changed the entry; what stands now, to be shown beside what was typed. */
export type EntryRefusal =
  | { kind: "problems"; problems: (EntryProblem | { field: "person"; message: string })[] }
  | { kind: "conflict"; stands: TypedEntry; version: number };

/** What one organisation holds about a person as a reviewer. */
export type OwnEntryView = {
  id: string;
  organisation: string;
  organisationKey: string;
  version: number;
  facts: { term: string; value: string }[];
  offered: number;
  taken: number;
  most: number;
  assured: boolean;
  interests: InterestsView;
};
