import { selfReview, type SelfReview } from "~/domain/questionnaire/self-review";
import type { App } from "~/platform/app.server";
import { listAnswers, type AnswerRow } from "~db/queries/answers";
import { dutiesOf } from "./duties-of.server";
import type { Loaded } from "./load-response.server";

/** A self-review as the domain works on it, with the rows its answers came from, by key. */
export type OpenReview = { review: SelfReview; rows: ReadonlyMap<string, AnswerRow> };

/** Reads the answers and the duties in force today, and puts the self-review together. */
export async function openReview(app: App, loaded: Loaded): Promise<OpenReview> {
  const { row, definition, applicability, today } = loaded;
  const answers = await listAnswers(app.db.read, { schoolId: row.schoolId, responseId: row.id });
  const duties = await dutiesOf(app, row);
  return {
    review: selfReview({ definition, applicability, duties, today, answers }),
    rows: new Map(answers.map((answer) => [answer.key, answer])),
  };
}
