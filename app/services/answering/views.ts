import type { LastSignedView } from "./bring-views";
import type { SCHOOL_TYPES, PHASES, Field, Level } from "~/domain/questionnaire/definition";
import type { AnswerContent, DutyAnswer } from "~/domain/response/answer";
import type { Denial } from "~/domain/policy/verdict";
import type { Deadline } from "~/domain/round/deadlines";
import type { ResponseState } from "~/domain/response/states";
import type { HomeConfirmationView } from "~/services/confirmations/home-confirmations.server";
import type { QuestionView } from "~/services/replies/question-views.server";
import type { SupportView } from "~/services/support/support-views";

/**
 * What the answering screens are given. Plain data, named fields, nothing of the database.
 * Dates with a time are `Date` (UTC); days are "YYYY-MM-DD" text.
 */
export type PersonView = { id: string; name: string };

/** Why the answers cannot be changed just now: the start page comes first, or the policy's reason. */
export type NotEditableReason = "confirm-first" | Denial;
export type EditableView =
  | { ok: true }
  | { ok: false; reason: Exclude<NotEditableReason, "round-not-open-yet" | "withdrawn"> }
  | { ok: false; reason: "round-not-open-yet"; opensOn: string }
  | { ok: false; reason: "withdrawn"; why: string | null };

/** A deadline and how far off it is; `workingDays` is 0 on the day and negative after it. */
export type DeadlineView = Deadline;

/** What stands at the head of every page of one self-review. */
export type ResponseHeaderView = {
  id: string;
  urn: string;
  schoolName: string;
  /** The round's title, or the questionnaire's for a private self-review. */
  title: string;
  /** Nobody outside the school sees that it exists. */
  private: boolean;
  state: ResponseState;
  questionnaire: { key: string; title: string; version: number; introduction: string };
  /** Who owns the questionnaire, and the word before "expectation": "Kent". */
  owner: { name: string; label: string };
  /** `one-page`: numbers, the twelve, going further (asthma). `sections`: a page for each section. */
  layout: "sections" | "one-page";
  demonstration: boolean;
  editable: EditableView;
};

/** One answer with the save it stands at. `revision` 0: never saved. Send it back as `base`. */
export type AnswerView = AnswerContent & {
  revision: number;
  savedAt: Date | null;
  savedBy: PersonView | null;
};

export type DutyKindView = "must" | "should" | "local";
export type DutyView = { kind: DutyKindView; source: string; checked: boolean };

/** How far a statement is: `started` has something, but words, a level or a second look are missing. */
export type ItemState = "done" | "started" | "empty";

/** A statement named in a list, with the section whose page it stands on. */
export type StatementRef = { key: string; short: string; section: string };

/** The same question answered elsewhere by this school: "You wrote this in the Toolkit on …: use it?" */
export type RelatedAnswerView = {
  responseId: string;
  questionnaireTitle: string;
  key: string;
  section: string;
  levelName: string | null;
  commentary: string;
  whereSeen: string;
  at: Date;
  by: PersonView;
};

/** What the school wrote for this statement in an earlier response to the same questionnaire. */
export type EarlierAnswerView = {
  title: string;
  levelName: string | null;
  commentary: string;
  whereSeen: string;
  at: Date;
};

export type StatementView = {
  key: string;
  short: string;
  statement: string;
  section: string;
  /** By level code; empty where the questionnaire has none. */
  descriptors: Record<string, string>;
  help: string | null;
  evidence: string;
  entry: boolean;
  starter: boolean;
  /** In force today for this type of school. */
  duties: DutyView[];
  /** Whether Yes / Partly / No is asked beside it. */
  asksDuty: boolean;
  answer: AnswerView;
  state: ItemState;
  related: RelatedAnswerView[];
  lastTime: EarlierAnswerView | null;
  /** The help available today, the school’s own district first. */
  support: SupportView[];
  /** Its duty changed, and nobody has looked again. */
  dutyChanged: boolean;
  /** What officers asked about it, oldest first. */
  asked: QuestionView[];
};

/** One line of "What still needs words". `box` says which words the question asks for. */
export type NeedsWordsView = {
  key: string;
  short: string;
  box: "commentary" | "dutyNote";
  question: string;
  levelName: string | null;
  duty: DutyAnswer | null;
};

/** The section's headline and "How do you know?": saved under the key `section:<key>`. */
export type SummaryView = {
  answerKey: string;
  headlines: Level[];
  answer: AnswerView;
  lastTime: EarlierAnswerView | null;
  /** Level codes of the section's statements in order; null where not answered. */
  spread: (string | null)[];
  done: boolean;
};

export type OtherPersonView = PersonView & { section: string; at: Date };

export type DoesNotApplyView = { key: string; statement: string; why: "phase" | "type" };

export type FieldView = Field & { answerKey: string; answer: AnswerView };

/** A share worked out from two numbers. `short` is how many more reach the threshold; null: nothing to say. */
export type DerivedView = {
  key: string;
  label: string;
  partField: string;
  wholeField: string;
  percent: number | null;
  /** The part is more than the whole, so there is no share to show. */
  tooMany: boolean;
  threshold: number | null;
  short: number | null;
};

/** `viewSection`: the levels view, the full view and the summing-up of one section. */
export type SectionView = {
  response: ResponseHeaderView;
  section: { key: string; title: string; looksLike: string | null; part: string | null };
  /** What the scale asks: "Where is your school now?" */
  scaleTitle: string;
  /** The choices of this section, in order. */
  levels: Level[];
  items: StatementView[];
  /** Who sees a wish for help, and when: the policy’s words. */
  wishSeen: string;
  doesNotApply: DoesNotApplyView[];
  needsWords: NeedsWordsView[];
  summary: SummaryView | null;
  done: number;
  total: number;
  /** People who saved something here in the last ten minutes, without the reader. */
  others: OtherPersonView[];
  next: { key: string; title: string } | null;
  previous: { key: string; title: string } | null;
};

/** `viewOnePage`: asthma, and any questionnaire whose layout is `one-page`. */
export type OnePageView = {
  response: ResponseHeaderView;
  levels: Level[];
  fields: FieldView[];
  derived: DerivedView[];
  starters: StatementView[];
  goingFurther: { key: string; title: string; items: StatementView[] }[];
  /** "9 of 12", "5 of 6: training is the one missing", "0 of 23". */
  points: {
    starters: { yes: number; answered: number; total: number };
    entry: { yes: number; total: number; missing: StatementRef[] };
    further: { answered: number; total: number };
  };
  wishSeen: string;
  needsWords: NeedsWordsView[];
  doesNotApply: DoesNotApplyView[];
  left: LeftView;
  others: OtherPersonView[];
  /** How the school stands in the scheme that this is of; null: it was never confirmed. */
  confirmation: HomeConfirmationView | null;
  lastSigned: LastSignedView;
};

/**
 * What is left before the head can sign. "11 left" is `total`: statements not done. A statement stands in one
 * list, by the first thing it lacks. `minutes` is a round guess.
 */
export type LeftView = {
  total: number;
  minutes: number;
  ready: boolean;
  withoutLevel: StatementRef[];
  withoutDuty: StatementRef[];
  needWords: StatementRef[];
  toConfirm: StatementRef[];
  sectionsToSumUp: { key: string; title: string }[];
  fields: { key: string; label: string }[];
  next: StatementRef | null;
};

export type TaskSectionView = {
  key: string;
  title: string;
  part: string | null;
  /** One mark for each statement that applies, in order. */
  items: { key: string; level: string | null; state: ItemState }[];
  done: number;
  total: number;
  /** Every statement done and, where asked, summed up. */
  completed: boolean;
  summed: boolean;
  assignedTo: PersonView | null;
  lastChange: { at: Date; by: PersonView } | null;
  others: OtherPersonView[];
};

/** `left-first` shows "11 left first"; `not-yours` is for roles that may not take the step. */
export type StepStatus = "open" | "left-first" | "waiting" | "done" | "not-yours";
export type StepView = { step: "check" | "ready" | "sign" | "countersign"; status: StepStatus };

export type ApplicabilityView = {
  confirmed: boolean;
  phases: (typeof PHASES)[number][];
  types: (typeof SCHOOL_TYPES)[number][];
  confirmedAt: Date | null;
};

/** `viewTaskList`. */
export type TaskListView = {
  response: ResponseHeaderView;
  levels: Level[];
  applicability: ApplicabilityView;
  sections: TaskSectionView[];
  left: LeftView;
  dates: DeadlineView[];
  duties: { yes: number; partly: number; no: number; unanswered: number };
  steps: StepView[];
  /** Who signs, and who countersigns where the round asks. */
  signers: { heads: SignerView[]; governors: SignerView[]; governorSigns: boolean };
  /** Who can see the answers: the policy's sentences. */
  seenBy: string[];
  lastSigned: LastSignedView;
  mayAssign: boolean;
  mayChangeApplicability: boolean;
};
export type SignerView = PersonView & { title: string | null };

/** `viewApplicability`: the start page. */
export type ApplicabilityPageView = {
  response: ResponseHeaderView;
  school: { phaseName: string; typeName: string; ages: string | null };
  /** Ticked at first: what is pinned, else what GIAS suggests. */
  phases: { code: (typeof PHASES)[number]; suggested: boolean; chosen: boolean }[];
  types: { code: (typeof SCHOOL_TYPES)[number]; suggested: boolean; chosen: boolean }[];
  /** Sections to choose from, where the round lets the school choose; null where it does not. */
  sections: { atLeast: number; choices: { key: string; title: string; chosen: boolean }[] } | null;
  confirmed: boolean;
  version: number;
};

/** A change of applicability that would set answered statements aside, told before it is made. */
export type ApplicabilityChangeView = {
  nowApply: StatementRef[];
  noLongerApply: StatementRef[];
  /** Of those, the ones with an answer: kept, but not counted and not signed. */
  answersSetAside: StatementRef[];
};

/** `viewAssignments`. */
export type AssignmentsView = {
  response: ResponseHeaderView;
  people: (PersonView & { role: string })[];
  sections: {
    key: string;
    title: string;
    assignedTo: PersonView | null;
    done: number;
    total: number;
  }[];
};

/** `viewDuties`: every duty in force on a statement that applies. */
export type DutiesView = {
  response: ResponseHeaderView;
  /** Changed while the answers were being written; `before` is empty for a new one. */
  changed: {
    id: string;
    statement: StatementRef & { text: string };
    before: string;
    after: string;
    at: Date;
  }[];
  duties: {
    statement: StatementRef & { text: string };
    kind: DutyKindView;
    sources: DutyView[];
    asked: boolean;
    answer: DutyAnswer | null;
    note: string;
    actions: { id: string; title: string; term: string; state: string }[];
  }[];
};

/** `viewVersions`: earlier versions of one answer, newest first, by person and sitting. */
export type VersionsView = {
  response: ResponseHeaderView;
  key: string;
  /** "C5", "Section C" or the field's label; `text` is what was asked, in full. */
  title: string;
  text: string;
  /** Empty for the fields beside the statements. */
  section: string;
  current: AnswerView;
  sittings: {
    by: PersonView;
    from: Date;
    to: Date;
    saves: VersionView[];
  }[];
};
export type VersionView = {
  revision: number;
  savedAt: Date;
  levelName: string | null;
  content: AnswerContent;
  /** It is what the answer says now. */
  current: boolean;
};
