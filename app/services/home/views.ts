import type { ResponseState } from "~/domain/response/states";
import type { DocumentState } from "~/domain/submission/states";
import type {
  DeadlineView,
  ItemState,
  LeftView,
  PersonView,
  StatementRef,
} from "../answering/views";
import type { HomeConfirmationView } from "../confirmations/home-confirmations.server";
import type { VisitWaitingView } from "../visits/list-visits.server";

/** `viewSchoolHome(app, actor, { urn })`. A governor gets signed things only: `carryOn` is null, `selfReviews` empty. */
export type SchoolHomeView = {
  school: SchoolFactsView;
  carryOn: CarryOnView | null;
  waiting: WaitingView[];
  /** The school's status in rolling rounds, by the latest confirmation of each. */
  confirmations: HomeConfirmationView[];
  selfReviews: SelfReviewRowView[];
  signedCopies: SignedCopyView[];
  /** Questionnaires of which a signed copy stands, each with the self-review it was signed last for. */
  overTime: { responseId: string; title: string }[];
  /** Names of the schools before this one. */
  before: string[];
  mayReadAudit: boolean;
  mayStartPrivate: boolean;
  /** Rolling rounds that the reader may join for the school. */
  toJoin: { roundId: string; title: string; organisationName: string }[];
  /** "Term 3, 2026 to 2027": whose check of everyone's roles waits for this head; null: none does. */
  accessCheck: string | null;
  /** The review of the action plan that is asked of this person: "2026-27 Term 4", and what is left; null: none is. */
  planReview: { term: string; left: number; minutes: number } | null;
  /** What visits to the school wait for this person to do. */
  visits: VisitWaitingView[];
  /** Replies of the last weeks, newest first. */
  replied: RepliedView[];
};

/** "Kent County Council has replied", with what it replied to. */
export type RepliedView = {
  responseId: string;
  title: string;
  number: number;
  at: Date;
  by: string;
};

export type SchoolFactsView = {
  urn: string;
  name: string;
  /** "Primary"; GIAS words. Empty where GIAS has none. */
  phaseName: string;
  typeName: string;
  district: string | null;
  demonstration: boolean;
};

export type CarryOnView = {
  responseId: string;
  title: string;
  state: ResponseState;
  layout: "sections" | "one-page";
  /** False: the start page (which parts apply) comes first. */
  confirmed: boolean;
  left: LeftView;
  next: StatementRef | null;
  /** Words of an earlier year stand beside the next statement. */
  lastTimeBeside: boolean;
  strip: { section: string; items: { key: string; state: ItemState }[] }[];
  deadline: DeadlineView | null;
};

export type WaitingView =
  | { kind: "sign"; responseId: string; title: string; readyAt: Date | null; by: PersonView | null }
  | { kind: "countersign"; responseId: string; title: string; signedAt: Date; by: string }
  | {
      kind: "question";
      responseId: string;
      title: string;
      questionId: string;
      /** The statement asked about; null: the whole return. */
      itemKey: string | null;
      at: Date;
      /** Who asks: the organisation. */
      by: string;
    }
  | { kind: "declined"; responseId: string; title: string; at: Date; by: string; reason: string }
  | {
      kind: "duty";
      responseId: string;
      title: string;
      itemKey: string;
      /** The duty in one line; empty where it is new. */
      before: string;
      after: string;
    }
  | {
      kind: "section";
      responseId: string;
      title: string;
      section: { key: string; title: string };
      left: number;
      at: Date;
      by: PersonView;
    };

export type SelfReviewRowView = {
  responseId: string;
  title: string;
  state: ResponseState;
  private: boolean;
  layout: "sections" | "one-page";
  /** False: the start page (which parts apply) comes first. */
  confirmed: boolean;
  readyAt: Date | null;
  done: number;
  total: number;
  /** Shown where not every section is asked: "Sections 9 and 11 only". */
  sectionsOnly: string[] | null;
  owner: string;
  /** Starred points answered Yes, for one-page questionnaires. */
  starters: { yes: number; answered: number; total: number } | null;
  signs: { head: string | null; governor: string | null };
  deadlines: DeadlineView[];
  /** The day its round opens, while that is to come; null once it has. */
  opensOn: string | null;
};

export type SignedCopyView = {
  responseId: string;
  number: number;
  title: string;
  reference: string;
  signedAt: Date;
  state: "awaiting-governor" | "standing" | "superseded" | "withdrawn";
  document: { state: DocumentState; size: number | null } | null;
  responseState: ResponseState;
  /** How long it has waited for a reply, for those who may know; null: not waiting. */
  waiting: { days: number; replyBy: string | null } | null;
};
