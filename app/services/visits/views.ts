import type { ClosedSpell } from "~/domain/visit/closed-spells";
import type { StepName } from "~/domain/visit/next-steps";
import type { FocusKind, ReviewerPart, VisitState } from "~/domain/visit/states";
import type { VisitParty } from "./party-of";
import type { VisitHeadingView } from "./visit-heading";

/** One thing that is next: whose it is, by when (YYYY-MM-DD), and whether that day has gone by. */
export type StepView = {
  step: StepName;
  words: string;
  by: string | null;
  late: boolean;
  yours: boolean;
};

export type ReviewerView = {
  part: ReviewerPart;
  name: string;
  post: string;
  homeSchoolName: string;
  homeTown: string | null;
  accepted: boolean;
  isYou: boolean;
};

/** Something the visit looks at: `C` or `C3`, with its words. */
export type FocusView = { key: string; kind: FocusKind; title: string };

/** A day put forward. `ours`: by the reader's own side, so the other side takes it. */
export type DayOfferView = {
  day: string;
  startsAt: string;
  endsAt: string;
  byName: string;
  ours: boolean;
};

/** A visit as its parties see it first. Days are YYYY-MM-DD, hours "09:00". */
export type VisitView = {
  heading: VisitHeadingView;
  id: string;
  party: VisitParty;
  state: VisitState;
  version: number;
  questionnaireTitle: string;
  roundTitle: string;
  school: { urn: string; name: string; town: string; telephone: string | null };
  organisation: string;
  organisationKey: string;
  contact: { name: string; email: string };
  visitOn: string | null;
  startsAt: string | null;
  endsAt: string | null;
  cancelledReason: string | null;
  hostAccepted: boolean;
  askedForAnother: boolean;
  reviewers: ReviewerView[];
  /** A reviewer is to be found by the organisation. */
  missing: boolean;
  focus: FocusView[];
  focusReason: string;
  focusAgreed: boolean;
  focusLate: boolean;
  steps: StepView[];
  /** The reader's own visits left this year, this one not counted; null for everybody but reviewers. */
  visitsLeft: { left: number; offered: number } | null;
  homeTown: string | null;
  homeSchoolName: string | null;
  /** The reader's own notes that nobody else can read yet: they go if the reader leaves. */
  ownNotes: number;
  offers: DayOfferView[];
  /** Days without school in the next half year, by school; for those who may put days forward. */
  closed: { names: string[]; spells: ClosedSpell[] }[];
  copyOpensOn: string | null;
  focusBy: string | null;
  ownership: string;
  whoCanSee: string[];
  may: {
    acceptAsHost: boolean;
    askForAnother: boolean;
    answerAsReviewer: boolean;
    /** Had said yes and may say that they cannot come. */
    stepBack: boolean;
    agreeDay: boolean;
    postpone: boolean;
    cancel: boolean;
    plan: boolean;
    readCopy: boolean;
    manage: boolean;
    removeDetails: boolean;
  };
};

/** Something to put right at a field of a form. */
export type VisitProblemView = {
  field: string;
  message: string;
  /** The writer may say that the words name no child; then they are kept as they stand. */
  asks?: "names";
};

/** What came of a step: what was done, for the page that follows, or what is wrong with the form. */
export type VisitOutcome =
  { kind: "done"; done: string } | { kind: "problems"; problems: VisitProblemView[] };
