import { selfReview, type SelfReview } from "~/domain/questionnaire/self-review";
import type { App } from "~/platform/app.server";
import { listAnswers, listAnswersUnder, type AnswerRow } from "~db/queries/answers";
import { listDutyAsks, type DutyAskRow } from "~db/queries/duty-asks";
import { dutiesOf } from "./duties-of.server";
import type { Loaded } from "./load-response.server";

/** A self-review as the domain works on it, with the rows its answers came from, by key. */
export type OpenReview = {
  review: SelfReview;
  rows: ReadonlyMap<string, AnswerRow>;
  /** Duties that have changed, which nobody here has looked at again. */
  asks: readonly DutyAskRow[];
};

/**
 * Reads the answers and the duties in force today, and puts the self-review together. With `keys`, only those
 * answers: a page of one section has no use for the others.
 */
export async function openReview(
  app: App,
  loaded: Loaded,
  keys?: readonly string[],
): Promise<OpenReview> {
  const { row, definition, applicability, today } = loaded;
  const scope = { schoolId: row.schoolId, responseId: row.id };
  const answers =
    keys === undefined
      ? await listAnswers(app.db.read, scope)
      : await listAnswersUnder(app.db.read, { ...scope, keys });
  const duties = await dutiesOf(app, row);
  const asks = await listDutyAsks(app.db.read, { responseId: row.id });
  return {
    review: selfReview({
      ...{ definition, applicability, duties, today, answers },
      lookAgain: asks.map(({ itemKey }) => itemKey),
    }),
    asks,
    rows: new Map(answers.map((answer) => [answer.key, answer])),
  };
}
