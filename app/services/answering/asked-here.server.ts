import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import type { QuestionView } from "../replies/question-views.server";
import { questionsBeside } from "../replies/view-replies.server";

/** What officers asked about a statement of a page, oldest first. */
export type AskedHere = (itemKey: string) => QuestionView[];

/** Reads what was asked about a self-review, to stand beside its statements while the school edits. */
export async function askedHere(
  app: App,
  actor: Actor,
  { urn, responseId }: { urn: string; responseId: string },
): Promise<AskedHere> {
  const { questions } = await questionsBeside(app, actor, { urn, responseId });
  return (itemKey) => questions.filter(({ on }) => on?.key === itemKey);
}
