import type { AnswerContent } from "~/domain/response/answer";
import type { Level } from "~/domain/questionnaire/definition";
import type { PersonView, ResponseHeaderView } from "./views";

/** The copy of the same questionnaire that the school signed last, elsewhere. */
export type SignedBefore = { responseId: string; number: number; title: string; signedAt: Date };

/** Answers of an earlier signed copy that could come into a self-review. `count`, `asked`: statements, answers. */
export type BringOffer = {
  from: SignedBefore;
  count: number;
  /** Answers of the copy that do not come along: asked again, or no longer asked. */
  asked: number;
};

/** For the home of a self-review: what could be brought, and how many answers wait to be read again. */
export type LastSignedView = { offer: BringOffer | null; toConfirm: number };

/** The page that says what would be brought; no offer when there is nothing to bring. */
export type BringView = { response: ResponseHeaderView; offer: BringOffer | null };

/** One answer that waits to be read again. `revision`: the save that the reader sees. */
export type ToConfirmAnswer = {
  key: string;
  /** The statement or what is asked for, or null for the summing-up of the section. */
  statement: string | null;
  level: Level | null;
  content: AnswerContent;
  revision: number;
  at: Date;
  by: PersonView;
};

/** `key` null: the numbers and names beside the statements. */
export type ToConfirmSection = { key: string | null; title: string; answers: ToConfirmAnswer[] };

/** Everything still to confirm, by section; sections with nothing to confirm are left out. */
export type ToConfirmView = {
  response: ResponseHeaderView;
  /** The copy that answers may have been brought from; null where the school signed none. */
  from: SignedBefore | null;
  sections: ToConfirmSection[];
};
